import { verify } from 'node:crypto'
import type { Verify } from '../../simulator/ledger/keys.ts'

/** Public-key signatures as the exchanges take them; whatever cannot be read is no signature. */
export const verifySignature: Verify = (kind, publicKey, payload, signature) => {
  try {
    const digest = kind === 'rsa' ? 'sha256' : null
    return verify(digest, Buffer.from(payload), publicKey, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
