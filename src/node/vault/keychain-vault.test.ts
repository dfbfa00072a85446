import { expect, test } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { accountId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { START } from '../test/rows.ts'
import type { Keychain } from './keychain.ts'
import { createKeychainVault, keychainService } from './keychain-vault.ts'
import { createMemoryVault } from './memory-vault.ts'

const one = accountId('one')
const pair = { apiKey: 'KEY-ONE', apiSecret: 'secret-one-0001' }
const hide = () => undefined
const why = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.sentence.id)

function memoryKeychain(entries = new Map<string, string>()): Keychain {
  const key = (service: string, account: string) => `${service}\n${account}`
  return {
    getPassword: async (service, account) => entries.get(key(service, account)) ?? null,
    setPassword: async (service, account, password) => void entries.set(key(service, account), password),
    deletePassword: async (service, account) => entries.delete(key(service, account)),
    findCredentials: async (service) =>
      [...entries]
        .filter(([name]) => name.startsWith(`${service}\n`))
        .map(([name, password]) => ({ account: name.slice(service.length + 1), password })),
  }
}

function vaultOver(keychain: Partial<Keychain>, service = 'tidemark') {
  const clock = createManualClock(START)
  const load = () => Promise.resolve({ ...memoryKeychain(), ...keychain })
  return { clock, vault: createKeychainVault({ clock, service, hide, load }) }
}

test('one entry an account, and another data folder does not see it', async () => {
  const entries = new Map<string, string>()
  const { vault, clock } = vaultOver(memoryKeychain(entries))
  await vault.put(one, pair)
  expect([...entries.keys()]).toEqual(['tidemark\none'])
  expect(await vault.accounts()).toEqual({ ok: true, value: [one] })
  const signer = await vault.signer(one)
  expect(signer.ok && [signer.value.apiKey, signer.value.kind]).toEqual(['KEY-ONE', 'hmac'])
  const elsewhere = vaultOver(memoryKeychain(entries), keychainService('/other', '/home'))
  expect(await elsewhere.vault.accounts()).toEqual({ ok: true, value: [] })
  await vault.remove(one)
  expect(why(await vault.signer(one))).toBe('vault.no-key')
  expect(clock.waiting).toBe(0)
})

test('the default folder has the plain name, every other its own', () => {
  const names = ['/home', '/a', '/b'].map((folder) => keychainService(folder, '/home'))
  expect(names[0]).toBe('tidemark')
  expect(new Set(names).size).toBe(3)
})

test('without a keychain the sentence offers the file vault, and the program still runs', async () => {
  const vault = createKeychainVault({
    clock: createManualClock(START),
    service: 'tidemark',
    hide,
    load: () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')),
  })
  expect(why(await vault.put(one, pair))).toBe('vault.keychain-missing')
  expect(why(await vault.accounts())).toBe('vault.keychain-missing')
})

test.each([
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'vault.keychain-missing'],
  ['The user name or passphrase you entered is not correct.', 'vault.keychain-refused'],
])('%s → %s', async (message, expected) => {
  const { vault, clock } = vaultOver({ getPassword: () => Promise.reject(new Error(message)) })
  expect(why(await vault.signer(one))).toBe(expected)
  expect(clock.waiting).toBe(0)
})

test('a keychain that never answers is given up after a while', async () => {
  const { vault, clock } = vaultOver({ getPassword: () => new Promise(() => undefined) })
  const answer = vault.signer(one)
  await clock.pass(120_000)
  expect(why(await answer)).toBe('vault.keychain-silent')
})

test('an entry somebody else wrote is a sentence that does not quote it', async () => {
  const { vault } = vaultOver({ getPassword: () => Promise.resolve('hunter2-hunter2') })
  const signer = await vault.signer(one)
  expect(why(signer)).toBe('vault.entry-unreadable')
  expect(JSON.stringify(signer)).not.toContain('hunter2')
})

test('a key that cannot sign does not reach the keychain, and a borrowed one is not kept', async () => {
  const entries = new Map<string, string>()
  const { vault } = vaultOver(memoryKeychain(entries))
  expect(why(await vault.put(one, { apiKey: 'K', apiSecret: ' ' }))).toBe('key.empty')
  expect(why(vault.borrow(pair))).toBe('ok')
  expect(entries.size).toBe(0)
})

test('the memory vault keeps keys for this run', async () => {
  const vault = createMemoryVault(hide)
  expect(why(await vault.signer(one))).toBe('vault.no-key')
  await vault.put(one, pair)
  expect(why(await vault.signer(one))).toBe('ok')
  expect(await vault.accounts()).toEqual({ ok: true, value: [one] })
  await vault.remove(one)
  expect(await vault.accounts()).toEqual({ ok: true, value: [] })
})
