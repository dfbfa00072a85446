import { describe, expect, it } from 'vitest'
import { login, request, signedText } from './sign.ts'
import { publicRead, signedRead } from './reads.ts'
import { context, hmacSigner } from './test/kit.ts'

const signer = hmacSigner('SIMKEY0000000000001', 'SIMSECRET000000000000000000000000001')
const NOW = 1_763_721_600_000

describe('signing, by the vectors of the reference', () => {
  const vectors: readonly (readonly [query: string, signature: string])[] = [
    ['accountType=UNIFIED', '22e5b1d8db25f10c31a1ba7277d942047f93a3378615359f98c2f88db5a07019'],
    [
      'category=linear&cursor=132766%253A2%252C132766%253A2&limit=200&settleCoin=USDT',
      '2e44845649487120104a9a073cf4f245d284dd96e320918338a905a5f9b99bcc',
    ],
    ['', '5a25c6f1268239a0426bcb2b97bd05c383a96a892b4f49ff23e5def0cad1a9f5'],
    ['{"category":"linear","symbol":"BTCUSDT"}', '90affee3f6eeb213b54afe7780c46a6ad0afd606e0f98f15f61c35c7c95f6103'],
  ]

  it.each(vectors)('signs %j', (query, signature) => {
    expect(signer.sign(signedText(NOW, signer.apiKey, query))).toBe(signature)
  })

  it('signs a login', () => {
    const frame: unknown = JSON.parse(login(NOW, signer))
    expect(frame).toMatchObject({
      op: 'auth',
      args: [signer.apiKey, 1_763_721_610_000, '0ab08aefbafffec3f0f22fa441784e6ce8c3231669e0e7d234c60826ab7cf82a'],
    })
  })
})

describe('a signed request', () => {
  const cursor = '132766%3A2%2C132766%3A2'
  const read = signedRead('/v5/position/list', [
    ['category', 'linear'],
    ['cursor', cursor],
    ['limit', '200'],
    ['settleCoin', 'USDT'],
  ])

  it('signs exactly the bytes it sends, cursors included', () => {
    const sent = request(read, context.hosts, NOW, signer)
    const query = sent.url.slice(sent.url.indexOf('?') + 1)
    expect(query).toBe('category=linear&cursor=132766%253A2%252C132766%253A2&limit=200&settleCoin=USDT')
    expect(sent.headers['X-BAPI-SIGN']).toBe('2e44845649487120104a9a073cf4f245d284dd96e320918338a905a5f9b99bcc')
    expect(decodeURIComponent(query.split('&')[1]?.slice('cursor='.length) ?? '')).toBe(cursor)
  })

  it('has no body, for which Bybit answers 403, and neither key nor signature in its URL', () => {
    const sent = request(read, context.hosts, NOW, signer)
    expect(sent).not.toHaveProperty('body')
    expect(sent.url).not.toContain(signer.apiKey)
    expect(sent.url).not.toContain(sent.headers['X-BAPI-SIGN'])
  })

  it('states a whole millisecond although the estimated clock is between two', () => {
    const sent = request(signedRead('/v5/account/info'), context.hosts, NOW + 0.7, signer)
    expect(sent.headers['X-BAPI-TIMESTAMP']).toBe(String(NOW))
    expect(sent.headers['X-BAPI-SIGN']).toBe('5a25c6f1268239a0426bcb2b97bd05c383a96a892b4f49ff23e5def0cad1a9f5')
  })

  it('carries whatever text an RSA signer gives', () => {
    const rsa = { apiKey: 'RSAKEY', kind: 'rsa', sign: (payload: string) => `base64+/=${payload.length}` } as const
    const sent = request(signedRead('/v5/account/info'), context.hosts, NOW, rsa)
    expect(sent.headers['X-BAPI-SIGN']).toBe(`base64+/=${`${NOW}RSAKEY5000`.length}`)
  })

  it('is never made without a signer, nor to a host that does not exist', () => {
    expect(() => request(read, context.hosts, NOW, null)).toThrow()
    expect(() => request({ ...read, host: 'elsewhere' }, context.hosts, NOW, signer)).toThrow()
  })
})

describe('a public request', () => {
  it('carries no header although a signer is at hand', () => {
    const sent = request(publicRead('/v5/market/time'), context.hosts, NOW, signer)
    expect(sent).toMatchObject({ method: 'GET', url: 'https://api.bybit.com/v5/market/time', headers: {} })
  })
})
