import type { NodeClock } from '../node/clock.ts'
import { chooseVault } from '../node/vault/choose-vault.ts'
import { createKeychainVault, keychainService } from '../node/vault/keychain-vault.ts'

/** The vault to use: the one asked for, else the one that is there. */
export function decideVault(
  asked: 'keychain' | 'file' | null,
  root: string,
  defaultRoot: string,
  clock: NodeClock,
): Promise<'keychain' | 'file'> {
  if (asked !== null) return Promise.resolve(asked)
  const service = keychainService(root, defaultRoot)
  return chooseVault(root, () => createKeychainVault({ clock, service, hide: () => undefined }))
}
