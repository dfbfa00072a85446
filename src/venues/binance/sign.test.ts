import { createHmac, createPublicKey, createVerify, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Signer } from '../../engine/ports/vault.ts'
import { listenKeyRead, publicRead, signedRead } from './reads.ts'
import { encodeQuery, requestOf, signedQuery } from './sign.ts'
import { hostsOf } from './urls.ts'

const SECRET = '2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9'
const NOW = 1_795_257_600_000
const hosts = hostsOf('mainnet', {})

const hmac: Signer = {
  apiKey: 'a-key',
  kind: 'hmac',
  sign: (payload) => createHmac('sha256', SECRET).update(payload).digest('hex'),
}

describe('signing', () => {
  it('matches the vectors of the documentation', () => {
    const order = 'symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000'
    expect(hmac.sign(`${order}&timestamp=1591702613943`)).toBe(
      '3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9',
    )
    expect(signedQuery([], NOW, hmac)).toBe(
      'recvWindow=5000&timestamp=1795257600000&signature=5bbee480a0362df262042f076ef1d31f9fbc486608ac7d466dc1d3f6e9c1735a',
    )
  })

  it('sends exactly the bytes it signed, the signature last', () => {
    const { url, headers } = requestOf(signedRead('/fapi/v1/userTrades', 5, [['symbol', 'BTCUSDT']]), hosts, NOW, hmac)
    const [base = '', signature = ''] = url.split('&signature=')
    expect(base).toBe(
      'https://fapi.binance.com/fapi/v1/userTrades?symbol=BTCUSDT&recvWindow=5000&timestamp=1795257600000',
    )
    expect(signature).toBe(hmac.sign(base.split('?')[1] ?? ''))
    expect(headers).toEqual({ 'X-MBX-APIKEY': 'a-key' })
  })

  it('percent-encodes symbols of any letters before signing', () => {
    const query = signedQuery([['symbol', '币安人生USDT']], NOW, hmac)
    const payload = 'symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT&recvWindow=5000&timestamp=1795257600000'
    expect(query).toBe(`${payload}&signature=${hmac.sign(payload)}`)
  })

  it('sends a key without signature for the listenKey, and nothing of the key for public data', () => {
    const listen = requestOf(listenKeyRead('POST'), hosts, NOW, hmac)
    expect(listen).toMatchObject({ method: 'POST', url: 'https://fapi.binance.com/fapi/v1/listenKey' })
    expect(listen.headers).toEqual({ 'X-MBX-APIKEY': 'a-key' })
    const time = requestOf(publicRead('/fapi/v1/time', 1), hosts, NOW, hmac)
    expect(time).toMatchObject({ url: 'https://fapi.binance.com/fapi/v1/time', headers: {} })
  })

  it('will not sign without a key', () => {
    expect(() => requestOf(signedRead('/fapi/v3/account', 5), hosts, NOW, null)).toThrow('needs a key')
  })

  it('never fails on a query, lone surrogates included', () => {
    const texts = fc.string({ unit: 'binary' })
    fc.assert(fc.property(fc.array(fc.tuple(texts, texts)), (query) => encodeQuery(query).length >= 0))
  })
})

describe('private keys', () => {
  it('percent-encodes an Ed25519 signature that the exchange can verify', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const signer: Signer = {
      apiKey: 'k',
      kind: 'ed25519',
      sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    }
    const [payload = '', signature = ''] = signedQuery([], NOW, signer).split('&signature=')
    expect(signature).not.toMatch(/[+/=]/)
    expect(verify(null, Buffer.from(payload), publicKey, Buffer.from(decodeURIComponent(signature), 'base64'))).toBe(
      true,
    )
  })

  it('percent-encodes an RSA signature that the exchange can verify', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const signer: Signer = {
      apiKey: 'k',
      kind: 'rsa',
      sign: (text) => sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64'),
    }
    const [payload = '', signature = ''] = signedQuery([], NOW, signer).split('&signature=')
    expect(signature).toMatch(/%3D%3D$/)
    const check = createVerify('RSA-SHA256').update(payload)
    expect(check.verify(createPublicKey(privateKey), decodeURIComponent(signature), 'base64')).toBe(true)
  })
})
