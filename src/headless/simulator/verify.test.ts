import { createSign, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifySignature } from './verify.ts'

const payload = 'recvWindow=5000&timestamp=1795257600000'
const asPem = { type: 'spki', format: 'pem' } as const

describe('public-key signatures', () => {
  it('are verified for RSA', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const signature = createSign('sha256').update(payload).sign(privateKey, 'base64')
    const key = publicKey.export(asPem).toString()
    expect(verifySignature('rsa', key, payload, signature)).toBe(true)
    expect(verifySignature('rsa', key, `${payload}1`, signature)).toBe(false)
  })

  it('are verified for Ed25519', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const signature = sign(null, Buffer.from(payload), privateKey).toString('base64')
    const key = publicKey.export(asPem).toString()
    expect(verifySignature('ed25519', key, payload, signature)).toBe(true)
    expect(verifySignature('ed25519', key, `${payload}1`, signature)).toBe(false)
  })

  it('are refused when key or signature cannot be read', () => {
    expect(verifySignature('rsa', 'no key at all', payload, 'AAAA')).toBe(false)
    expect(verifySignature('ed25519', '', payload, '')).toBe(false)
  })
})
