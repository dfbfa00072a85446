import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto'
import type { SigningKind } from '../../engine/ports/vault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'

/** A secret as OpenSSL holds it: it can sign and no longer be read as text. */
export interface SecretKey {
  readonly kind: SigningKind
  readonly key: KeyObject
}

const PEM_BEGIN = /-----BEGIN ([A-Z0-9 ]+)-----/
/** What a shared secret may be made of: anything printable but space. */
const SHARED_SECRET = /^[\x21-\x7e]+$/

/** Tells a PEM private key from a shared secret and takes it in; a key that cannot sign is a sentence about why. */
export function readSecret(secret: string): Result<SecretKey> {
  const text = secret.trim()
  if (text === '') return refuse('key.empty')
  const begin = PEM_BEGIN.exec(text)
  if (begin !== null) return readPem(text, begin[1] ?? '')
  if (!SHARED_SECRET.test(text)) return refuse('key.characters')
  return ok({ kind: 'hmac', key: createSecretKey(text, 'utf8') })
}

function readPem(text: string, label: string): Result<SecretKey> {
  if (label.includes('PUBLIC')) return refuse('key.pem-public')
  if (label.includes('ENCRYPTED') || text.includes('Proc-Type: 4,ENCRYPTED')) return refuse('key.pem-encrypted')
  try {
    const key = createPrivateKey(withLines(text))
    const kind = key.asymmetricKeyType
    if (kind === 'rsa' || kind === 'ed25519') return ok({ kind, key })
    return refuse('key.pem-kind', { kind: kind ?? 'unknown' })
  } catch {
    // OpenSSL's message may quote what it was given.
    return refuse('key.pem-unreadable')
  }
}

/** Keys pasted from a JSON file or a single-line field have lost their line breaks. */
function withLines(text: string): string {
  const unescaped = text.replaceAll('\\n', '\n')
  return unescaped.replace(/(-----BEGIN [A-Z0-9 ]+-----)\s*([\s\S]*?)\s*(-----END [A-Z0-9 ]+-----)/, reflow)
}

function reflow(_: string, begin: string, body: string, end: string): string {
  return `${begin}\n${body.split(/\s+/).join('\n')}\n${end}\n`
}

function refuse(id: SentenceKey, values: Readonly<Record<string, string>> = {}): Result<never> {
  return fail({ code: 'invalid', sentence: sentence(id, values), field: 'apiSecret' })
}
