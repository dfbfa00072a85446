import { constants, createHmac, generateKeyPairSync, verify, type KeyObject } from 'node:crypto'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createSigner } from './signer.ts'

const PAYLOAD = 'symbol=BTCUSDT&timestamp=1795200000000&note=здравей'

function signerFor(apiSecret: string, apiKey = 'KEY-0001') {
  const hidden: string[] = []
  const made = createSigner({ apiKey, apiSecret }, (text) => hidden.push(text))
  return { made, hidden, signer: made.ok ? made.value : null, why: made.ok ? null : made.failure.sentence.id }
}

function pem(key: KeyObject, type: 'pkcs1' | 'pkcs8' = 'pkcs8'): string {
  return key.export({ type, format: 'pem' }).toString()
}

test('a shared secret signs with HMAC-SHA256 in hexadecimal, as the exchanges’ own example does', () => {
  // https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info, "SIGNED Endpoint Examples"
  const { signer } = signerFor('2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9')
  const query =
    'symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943'
  expect(signer?.kind).toBe('hmac')
  expect(signer?.sign(query)).toBe('3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9')
  expect(signerFor(' abcd1234 \n').signer?.sign(PAYLOAD)).toBe(
    createHmac('sha256', 'abcd1234').update(PAYLOAD).digest('hex'),
  )
})

test('an RSA key signs with PKCS #1 v1.5 and SHA-256, whichever PEM it comes in', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  for (const type of ['pkcs1', 'pkcs8'] as const) {
    const { signer } = signerFor(pem(privateKey, type))
    const signature = Buffer.from(signer!.sign(PAYLOAD), 'base64')
    const key = { key: publicKey, padding: constants.RSA_PKCS1_PADDING }
    expect(signer?.kind).toBe('rsa')
    expect(verify('sha256', Buffer.from(PAYLOAD), key, signature)).toBe(true)
  }
})

test('an Ed25519 key signs in base64, also when its line breaks were lost on the way', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const text = pem(privateKey)
  for (const pasted of [text, text.replaceAll('\n', ' '), text.trim().replaceAll('\n', '\\n'), `\n ${text} `]) {
    const { signer } = signerFor(pasted)
    expect(signer?.kind).toBe('ed25519')
    expect(verify(null, Buffer.from(PAYLOAD), publicKey, Buffer.from(signer!.sign(PAYLOAD), 'base64'))).toBe(true)
  }
})

test('a key that cannot sign is a sentence that says why', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const locked = generateKeyPairSync('ed25519').privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'x',
  })
  expect(signerFor('-----BEGIN PRIVATE KEY-----\nMIIE garbage\n-----END PRIVATE KEY-----').why).toBe(
    'key.pem-unreadable',
  )
  expect(signerFor('-----BEGIN PRIVATE KEY-----\nMIIE').why).toBe('key.pem-unreadable')
  expect(signerFor(ec.publicKey.export({ type: 'spki', format: 'pem' }).toString()).why).toBe('key.pem-public')
  expect(signerFor(pem(ec.privateKey)).why).toBe('key.pem-kind')
  expect(signerFor(locked.toString()).why).toBe('key.pem-encrypted')
  expect(signerFor('two words').why).toBe('key.characters')
  expect(signerFor('  ').why).toBe('key.empty')
  expect(signerFor('abc', ' ').why).toBe('key.empty')
  expect(signerFor('abc', 'key\nheader: x').why).toBe('key.characters')
})

test('the signer does not hold its secret as text, and both parts are registered as hidden', () => {
  const { signer, hidden } = signerFor('canary-secret-000', 'canary-key-000')
  expect(inspect(signer, { depth: 9, showHidden: true }) + JSON.stringify(signer)).not.toContain('canary-secret-000')
  expect(hidden).toEqual(['canary-secret-000', 'canary-key-000'])
})
