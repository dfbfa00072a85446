import type { AccountId } from '../../shared/ids.ts'
import type { Failure, Result } from '../../shared/result.ts'
import type { Secrets } from './secrets.ts'

/** What a key's owner pasted. It lives in the vault and, wrapped in a signer, in main's memory; nowhere else. */
export interface KeyPair {
  readonly apiKey: string
  readonly apiSecret: string
}

/** How a secret signs: a shared secret (HMAC-SHA256), or a private key in PEM. */
export type SigningKind = 'hmac' | 'rsa' | 'ed25519'

/**
 * Signs on behalf of one account. The secret itself stays inside.
 * `apiKey` identifies the key to its exchange; it is sent in headers and never logged, stored or shown.
 */
export interface Signer {
  readonly apiKey: string
  readonly kind: SigningKind
  /** HMAC-SHA256 in lower-case hex; RSASSA-PKCS1-v1_5 with SHA-256, or Ed25519, in base64. */
  sign(payload: string): string
}

export interface VaultState {
  /** Why keys cannot be read or kept now, as far as that is known without asking the user anything. */
  readonly problem: Failure | null
  /** What the user can do about it with a passphrase: open the file vault, or begin one. */
  readonly remedy: 'none' | 'open-file' | 'begin-file'
}

export interface Vault {
  /** Where keys are kept now; `useFile` changes it. */
  readonly kind: 'keychain' | 'file' | 'memory'
  put(account: AccountId, pair: KeyPair): Promise<Result<null>>
  signer(account: AccountId): Promise<Result<Signer>>
  /** A signer for a key that is not kept, for checking it before it is added. */
  borrow(pair: KeyPair): Result<Signer>
  remove(account: AccountId): Promise<Result<null>>
  /** Other secrets than keys, in the same place. */
  readonly secrets: Secrets
  state(): Promise<VaultState>
  /** Opens a vault that needs a passphrase; `keychain` answers at once. */
  unlock(passphrase: string): Promise<Result<null>>
  /**
   * Keeps keys in a file sealed with this passphrase from now on, also after a restart. Keys in a keychain stay there
   * until it opens, and then move when they are asked for.
   */
  useFile(passphrase: string): Promise<Result<null>>
}
