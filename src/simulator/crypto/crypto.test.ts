import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hex, hmacSha256 } from './hmac.ts'
import { sha256 } from './sha256.ts'
import { utf8 } from './utf8.ts'

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('knows the published digest of %j', (text, digest) => {
    expect(hex(sha256(utf8(text)))).toBe(digest)
  })

  it('agrees with the host on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
      }),
    )
  })
})

describe('hmacSha256', () => {
  it.each([
    ['accountType=UNIFIED', '22e5b1d8db25f10c31a1ba7277d942047f93a3378615359f98c2f88db5a07019'],
    ['', '5a25c6f1268239a0426bcb2b97bd05c383a96a892b4f49ff23e5def0cad1a9f5'],
  ])('signs %j as the documented vector', (query, signature) => {
    const payload = `1763721600000SIMKEY00000000000015000${query}`
    expect(hmacSha256('SIMSECRET000000000000000000000000001', payload)).toBe(signature)
  })

  it('agrees with the host on any secret and text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), fc.string({ unit: 'binary' }), (secret, payload) => {
        expect(hmacSha256(secret, payload)).toBe(createHmac('sha256', secret).update(payload).digest('hex'))
      }),
    )
  })
})
