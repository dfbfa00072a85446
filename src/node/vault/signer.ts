import { createHmac, sign, type KeyObject } from 'node:crypto'
import type { KeyPair, Signer, SigningKind } from '../../engine/ports/vault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'
import { readSecret, type SecretKey } from './secret-key.ts'

/** Registers a text that must never be logged. */
export type Hide = (secret: string) => void

/** Printable and without spaces: it goes into a header. */
const API_KEY = /^[\x21-\x7e]{1,200}$/

/** Wraps a key so that the engine can sign with it and not read it. */
export function createSigner(pair: KeyPair, hide: Hide): Result<Signer> {
  const apiKey = pair.apiKey.trim()
  hide(pair.apiSecret)
  if (apiKey === '') return refuse('key.empty')
  if (!API_KEY.test(apiKey)) return refuse('key.characters')
  hide(apiKey)
  const secret = readSecret(pair.apiSecret)
  return secret.ok ? ok(signerOf(apiKey, secret.value)) : secret
}

function signerOf(apiKey: string, { kind, key }: SecretKey): Signer {
  const signWith = ways[kind]
  return { apiKey, kind, sign: (payload) => signWith(payload, key) }
}

/** RSA means RSASSA-PKCS1-v1_5 with SHA-256; Ed25519 hashes on its own. */
const ways: Readonly<Record<SigningKind, (payload: string, key: KeyObject) => string>> = {
  hmac: (payload, key) => createHmac('sha256', key).update(payload, 'utf8').digest('hex'),
  rsa: (payload, key) => sign('RSA-SHA256', Buffer.from(payload, 'utf8'), key).toString('base64'),
  ed25519: (payload, key) => sign(null, Buffer.from(payload, 'utf8'), key).toString('base64'),
}

function refuse(id: SentenceKey): Result<never> {
  return fail({ code: 'invalid', sentence: sentence(id), field: 'apiKey' })
}
