import type { VenueName } from '../market/contract.ts'

export type KeyRights = 'read-only' | 'trade' | 'withdraw'

export interface Key {
  readonly venue: VenueName
  readonly account: string
  readonly apiKey: string
  /** The shared secret, or the public key in PEM. */
  readonly secret: string
  readonly signing: 'hmac' | 'rsa' | 'ed25519'
  readonly rights: KeyRights
  readonly state: 'valid' | 'expired' | 'revoked' | 'other-address'
  readonly note: string
}

/** Checks a public-key signature; the host provides it. Absent, such keys are always refused. */
export type Verify = (kind: 'rsa' | 'ed25519', publicKey: string, payload: string, signature: string) => boolean

export interface Keys {
  find(venue: VenueName, apiKey: string): Key | null
  all(): readonly Key[]
  put(key: Key): void
  /** Whether `signature` (hex for HMAC, else base64) signs `payload`. */
  signed(key: Key, payload: string, signature: string): boolean
}
