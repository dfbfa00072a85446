import type { KeyPair, Signer, Vault, VaultState } from '../../engine/ports/vault.ts'
import type { Log } from '../../engine/ports/log.ts'
import type { AccountId } from '../../shared/ids.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { FileVault } from './file-vault.ts'
import type { KeyKeeper } from './key-keeper.ts'
import type { KeychainKeys } from './keychain-keys.ts'
import { noKey } from './memory-vault.ts'
import type { OwedRemovals } from './owed-removals.ts'
import { createSecrets } from './secrets.ts'
import { createSigner, type Hide } from './signer.ts'

export interface SystemVaultParts {
  readonly keychain: KeychainKeys
  readonly file: FileVault
  readonly owed: OwedRemovals
  readonly hide: Hide
  readonly log: Log
  /** Where keys are kept at the start. */
  readonly first: 'keychain' | 'file'
}

/**
 * Keys in the system's keychain until the user begins a file vault, then there. Keys that the keychain still holds move
 * into the file when they are asked for and the keychain opens; until then they are explained, never lost.
 */
export function createSystemVault(parts: SystemVaultParts): Vault {
  const { keychain, file, owed, hide } = parts
  const now: { kind: 'keychain' | 'file' } = { kind: parts.first }
  if (now.kind === 'file') void settle(parts)
  const keeper = (): KeyKeeper => (now.kind === 'file' ? fileFirst(parts) : keychain)
  const secrets = createSecrets(
    {
      pair: (account) => keeper().pair(account),
      put: (account, pair) => keeper().put(account, pair),
      remove: (account) => keeper().remove(account),
    },
    hide,
  )

  return {
    get kind() {
      return now.kind
    },
    secrets,
    borrow: (pair) => createSigner(pair, hide),
    put: async (account, pair) => {
      const usable = createSigner(pair, hide)
      return usable.ok ? keeper().put(account, pair) : usable
    },
    signer: async (account) => {
      return signerOf(await keeper().pair(account), hide)
    },
    remove: (account) => keeper().remove(account),
    state: () => (now.kind === 'file' ? file.state() : keychainState(keychain)),
    unlock: (passphrase) => (now.kind === 'file' ? file.unlock(passphrase) : Promise.resolve(ok(null))),
    useFile: async (passphrase) => {
      const opened = await file.useFile(passphrase)
      if (opened.ok) now.kind = 'file'
      if (opened.ok) void owed.settle((account) => keychain.removeQuietly(account))
      return opened
    },
  }
}

/** A file vault that the keychain's entries move into as they are asked for. */
function fileFirst(parts: SystemVaultParts): KeyKeeper {
  return {
    pair: (account) => fromEither(parts, account),
    put: (account, pair) => parts.file.putUnchecked(account, pair),
    remove: (account) => removeFromEither(parts, account),
  }
}

async function keychainState(keychain: KeychainKeys): Promise<VaultState> {
  const problem = await keychain.problem()
  return { problem, remedy: problem === null ? 'none' : 'begin-file' }
}

function signerOf(pair: Result<KeyPair | null>, hide: Hide): Result<Signer> {
  if (!pair.ok) return pair
  return pair.value === null ? noKey() : createSigner(pair.value, hide)
}

async function fromEither(parts: SystemVaultParts, account: AccountId): Promise<Result<KeyPair | null>> {
  const kept = await parts.file.pair(account)
  if (!kept.ok || kept.value !== null) return kept
  const left = await parts.keychain.pair(account)
  if (!left.ok) return hasNoKeychain(left.failure) ? kept : fail(stillInKeychain(left.failure))
  if (left.value !== null) await move(parts, account, left.value)
  return left
}

/** The entry goes only once the file has the key safely; a move that fails is tried again at the next start. */
async function move({ keychain, file, owed, log }: SystemVaultParts, account: AccountId, pair: KeyPair): Promise<void> {
  const kept = await file.putUnchecked(account, pair)
  if (!kept.ok) return log.warn('a key stays in the keychain', { account, why: kept.failure.sentence.id })
  const removed = await keychain.remove(account)
  if (!removed.ok) await owed.add(account)
  log.info('a key moved from the keychain into the file vault', { account, entry: removed.ok ? 'removed' : 'owed' })
}

/** A key that the file does not have may be in a keychain that does not open; its entry is taken away later then. */
async function removeFromEither(parts: SystemVaultParts, account: AccountId): Promise<Result<null>> {
  const { keychain, file, owed } = parts
  const kept = await file.pair(account)
  if (!kept.ok) return kept
  if (kept.value !== null) return file.remove(account)
  const removed = await keychain.remove(account)
  if (!removed.ok && !hasNoKeychain(removed.failure)) await owed.add(account)
  return ok(null)
}

async function settle({ owed, keychain }: SystemVaultParts): Promise<void> {
  await owed.settle((account) => keychain.removeQuietly(account))
}

function hasNoKeychain({ sentence: { id } }: Failure): boolean {
  return id === 'vault.keychain-missing'
}

function stillInKeychain({ sentence: { values } }: Failure): Failure {
  const reason = values['reason'] ?? 'no answer'
  return { code: 'unavailable', sentence: sentence('vault.key-in-keychain', { reason }), terminal: true }
}
