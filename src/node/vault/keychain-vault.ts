import { createHash } from 'node:crypto'
import type { Clock } from '../../engine/ports/clock.ts'
import type { Signer, Vault } from '../../engine/ports/vault.ts'
import { accountId, type AccountId } from '../../shared/ids.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'
import { decodeKeyPair, encodeKeyPair } from './key-pair.ts'
import { loadKeychain, type Keychain } from './keychain.ts'
import { noKey } from './memory-vault.ts'
import { createSigner, type Hide } from './signer.ts'

/** Long enough for a person to type the keychain's own password into its prompt. */
const PATIENCE_MS = 120_000

interface KeychainVaultPorts {
  readonly clock: Pick<Clock, 'after'>
  readonly service: string
  readonly hide: Hide
  readonly load?: () => Promise<Keychain>
}

/** Under which name the entries stand: one data folder never sees the keys of another. */
export function keychainService(folder: string, defaultFolder: string): string {
  if (folder === defaultFolder) return 'tidemark'
  return `tidemark ${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
}

/** Keys in the operating system's keychain, one entry an account. */
export function createKeychainVault({ clock, service, hide, load = loadKeychain }: KeychainVaultPorts): Vault {
  async function ask<T>(work: (keychain: Keychain) => Promise<T>): Promise<Result<T>> {
    const keychain = await load().then(ok, (error: unknown) => fail(offerFile('vault.keychain-missing', reason(error))))
    return keychain.ok ? within(clock, work(keychain.value)) : keychain
  }

  async function signer(account: AccountId): Promise<Result<Signer>> {
    const entry = await ask((keychain) => keychain.getPassword(service, account))
    if (!entry.ok) return entry
    if (entry.value === null) return noKey()
    const pair = decodeKeyPair(entry.value)
    return pair === null ? fail(offerFile('vault.entry-unreadable')) : createSigner(pair, hide)
  }

  return {
    kind: 'keychain',
    put: async (account, pair) => {
      const usable = createSigner(pair, hide)
      if (!usable.ok) return usable
      return done(await ask((keychain) => keychain.setPassword(service, account, encodeKeyPair(pair))))
    },
    signer,
    borrow: (pair) => createSigner(pair, hide),
    remove: async (account) => done(await ask((keychain) => keychain.deletePassword(service, account))),
    accounts: async () => {
      const entries = await ask((keychain) => keychain.findCredentials(service))
      return entries.ok ? ok(entries.value.map(({ account }) => accountId(account))) : entries
    },
    unlock: () => Promise.resolve(ok(null)),
  }
}

function within<T>(clock: Pick<Clock, 'after'>, work: Promise<T>): Promise<Result<T>> {
  return new Promise((resolve) => {
    const stop = clock.after(PATIENCE_MS, () => resolve(fail(silent())))
    work
      .then((value) => resolve(ok(value)))
      .catch((error: unknown) => resolve(fail(refused(error))))
      .finally(stop)
  })
}

function refused(error: unknown): Failure {
  const values = reason(error)
  // Without a session bus there is no service to ask at all.
  const missing = /D-?Bus|\.service|not provided|connect/i.test(values.reason)
  return offerFile(missing ? 'vault.keychain-missing' : 'vault.keychain-refused', values)
}

function reason(error: unknown): { readonly reason: string } {
  const [first = ''] = (error instanceof Error ? error.message : 'unknown error').split('\n')
  return { reason: first.slice(0, 200) }
}

function silent(): Failure {
  return offerFile('vault.keychain-silent', { seconds: String(PATIENCE_MS / 1000) })
}

function offerFile(id: SentenceKey, values: Readonly<Record<string, string>> = {}): Failure {
  return { code: 'unavailable', sentence: sentence(id, values), terminal: true }
}

function done(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result
}
