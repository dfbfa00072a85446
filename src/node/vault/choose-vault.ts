import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Vault } from '../../engine/ports/vault.ts'

/**
 * Where keys are kept when nobody said: in the passphrase file if there is one already, else in the keychain if it
 * answers, else in a passphrase file to come.
 * @param keychain opened only to ask whether it works
 */
export async function chooseVault(root: string, keychain: () => Vault): Promise<'keychain' | 'file'> {
  if (existsSync(join(root, 'live', 'keys.vault'))) return 'file'
  const answered = await keychain().accounts()
  return answered.ok ? 'keychain' : 'file'
}
