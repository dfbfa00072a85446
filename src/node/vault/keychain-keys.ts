import { createHash } from 'node:crypto'
import type { KeyPair } from '../../engine/ports/vault.ts'
import type { AccountId } from '../../shared/ids.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import type { KeyKeeper } from './key-keeper.ts'
import { decodeKeyPair, encodeKeyPair } from './key-pair.ts'
import { createKeychainAccess, type AccessPorts } from './keychain-access.ts'
import { entryUnreadable } from './keychain-trouble.ts'

/** Keys in the operating system's keychain, one entry an account, named by the account's id alone. */
export interface KeychainKeys extends KeyKeeper {
  /** Takes the entry away if that takes no question to the user; answers whether it was. */
  removeQuietly(account: AccountId): Promise<boolean>
  /** What is wrong with the keychain, without asking the user anything. */
  problem(): Promise<Failure | null>
}

/** Under which name the entries stand: one data folder never sees the keys of another. */
export function keychainService(folder: string, defaultFolder: string): string {
  if (folder === defaultFolder) return 'tidemark'
  return `tidemark ${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
}

export function createKeychainKeys(ports: AccessPorts): KeychainKeys {
  const access = createKeychainAccess(ports)
  return {
    pair: async (account) => {
      const entry = await access.read(account)
      return entry.ok ? decoded(entry.value) : entry
    },
    put: (account, pair) => access.write(account, encodeKeyPair(pair)),
    remove: (account) => access.erase(account),
    removeQuietly: (account) => access.eraseQuietly(account),
    problem: () => access.problem(),
  }
}

function decoded(entry: string | null): Result<KeyPair | null> {
  if (entry === null) return ok(null)
  const pair = decodeKeyPair(entry)
  return pair === null ? fail(entryUnreadable()) : ok(pair)
}
