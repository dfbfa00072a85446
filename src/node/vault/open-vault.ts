import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Clock } from '../../engine/ports/clock.ts'
import type { Log } from '../../engine/ports/log.ts'
import type { Vault } from '../../engine/ports/vault.ts'
import { createFileVault } from './file-vault.ts'
import { createKeychainKeys } from './keychain-keys.ts'
import type { Keychain } from './keychain.ts'
import { createOwedRemovals } from './owed-removals.ts'
import type { Hide } from './signer.ts'
import { createSystemVault } from './system-vault.ts'

/** Where the user wants keys kept. Null: in the file vault if there is one, else in the system's keychain. */
export type VaultChoice = 'keychain' | 'file' | null

export interface OpenVaultOptions {
  readonly choice: VaultChoice
  readonly file: string
  /** Names our entries in the keychain. */
  readonly service: string
  readonly clock: Pick<Clock, 'after' | 'monotonic'>
  readonly hide: Hide
  readonly log: Log
  /** Replaces the system's keychain in tests. */
  readonly load?: () => Promise<Keychain>
  /** scrypt's N; only tests ask for less. */
  readonly cost?: number
}

/** With `file` chosen the system's keychain is not so much as looked at. */
export function openVault(options: OpenVaultOptions): Vault {
  const { choice, file, service, clock, hide, log, load, cost } = options
  const fileVault = createFileVault({ file, hide, ...(cost === undefined ? {} : { cost }) })
  if (choice === 'file') return fileVault
  return createSystemVault({
    keychain: createKeychainKeys({ clock, service, load }),
    file: fileVault,
    owed: createOwedRemovals(join(dirname(file), 'keychain-removals.json')),
    hide,
    log,
    first: choice === null && existsSync(file) ? 'file' : 'keychain',
  })
}
