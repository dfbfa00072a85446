import type { KeyPair } from '../../engine/ports/vault.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'

/** One place where keys are kept. Only a vault sees the pairs; everybody else gets signers. */
export interface KeyKeeper {
  /** Null when there is surely no key of this account. */
  pair(account: AccountId): Promise<Result<KeyPair | null>>
  put(account: AccountId, pair: KeyPair): Promise<Result<null>>
  /** The key is surely gone afterwards. */
  remove(account: AccountId): Promise<Result<null>>
}
