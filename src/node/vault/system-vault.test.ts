import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFakeLog } from '../../engine/test/fake-log.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { accountId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { tempFolder } from '../test/temp-folder.ts'
import { createMemoryVault } from './memory-vault.ts'
import { openVault, type VaultChoice } from './open-vault.ts'
import { createFakeKeychain, type FakeKeychain } from './test/fake-keychain.ts'

const one = accountId('one')
const two = accountId('two')
const pair = { apiKey: 'KEY-ONE', apiSecret: 'secret-one-0001' }
const PASSPHRASE = 'correct horse battery'
const hide = () => undefined
const why = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.sentence.id)

/** One data folder with the keychain of its computer; `open` is another start of the program. */
function createStage(keychain: FakeKeychain = createFakeKeychain()) {
  const file = join(tempFolder(), 'keys.vault')
  const clock = createManualClock(0)
  const open = (choice: VaultChoice = null) =>
    openVault({
      choice,
      file,
      service: 'tidemark',
      clock,
      hide,
      log: createFakeLog(),
      load: () => Promise.resolve(keychain),
      cost: 2 ** 15,
    })
  const owed = join(dirname(file), 'keychain-removals.json')
  return { file, clock, keychain, open, owed: () => (existsSync(owed) ? readFileSync(owed, 'utf8').trim() : null) }
}

/** A program whose key is in a keychain that was locked since, and that uses the file vault now. */
async function afterTheLock() {
  const stage = createStage()
  await stage.open().put(one, pair)
  stage.keychain.lock('locked')
  const vault = stage.open()
  expect(why(await vault.signer(one))).toBe('vault.keychain-locked')
  expect(why(await vault.useFile(PASSPHRASE))).toBe('ok')
  stage.clock.advance(10_000)
  return { ...stage, vault }
}

describe('the vault of a computer with a keychain', () => {
  it('keeps keys there and says nothing of passphrases', async () => {
    const { file, keychain, open } = createStage()
    const vault = open()
    await vault.put(one, pair)
    const signer = await vault.signer(one)
    expect(signer.ok && [signer.value.apiKey, signer.value.kind]).toEqual(['KEY-ONE', 'hmac'])
    expect([vault.kind, await vault.state()]).toEqual(['keychain', { problem: null, remedy: 'none' }])
    expect([[...keychain.entries.keys()], existsSync(file)]).toEqual([['tidemark\none'], false])
    await vault.remove(one)
    expect([why(await vault.signer(one)), keychain.entries.size]).toEqual(['vault.no-key', 0])
  })

  it('keeps no key that cannot sign, and none that is only borrowed', async () => {
    const { keychain, open } = createStage()
    const vault = open()
    expect(why(await vault.put(one, { apiKey: 'K', apiSecret: ' ' }))).toBe('key.empty')
    expect([why(vault.borrow(pair)), keychain.entries.size]).toEqual(['ok', 0])
  })

  it('explains a keychain that is locked, and offers to begin a file vault', async () => {
    const { keychain, open } = createStage()
    keychain.lock('locked')
    const vault = open()
    expect(why(await vault.put(one, pair))).toBe('vault.keychain-locked')
    expect(await vault.state()).toMatchObject({
      problem: { sentence: { id: 'vault.keychain-locked' } },
      remedy: 'begin-file',
    })
  })
})

describe('a file vault begun instead', () => {
  it('takes over at once and after a restart, which asks for its passphrase', async () => {
    const { vault, open, file } = await afterTheLock()
    expect([vault.kind, await vault.state(), existsSync(file)]).toEqual([
      'file',
      { problem: null, remedy: 'none' },
      true,
    ])
    await vault.put(two, pair)
    const again = open()
    expect([again.kind, why(await again.signer(two)), (await again.state()).remedy]).toEqual([
      'file',
      'vault.locked',
      'open-file',
    ])
    expect(why(await again.unlock(PASSPHRASE))).toBe('ok')
    expect(why(await again.signer(two))).toBe('ok')
  })

  it('is not begun with a passphrase that is too short', async () => {
    const { open, file } = createStage()
    const vault = open()
    expect(why(await vault.useFile('short'))).toBe('vault.passphrase-short')
    expect([vault.kind, existsSync(file)]).toEqual(['keychain', false])
  })

  it('leaves the keys in the locked keychain, says so, and takes them over when it opens', async () => {
    const { vault, keychain, clock, open } = await afterTheLock()
    expect(why(await vault.signer(one))).toBe('vault.key-in-keychain')
    expect(keychain.entries.size).toBe(1)
    keychain.lock('open')
    clock.advance(10_000)
    expect(why(await vault.signer(one))).toBe('ok')
    expect(keychain.entries.size).toBe(0)
    const again = open()
    await again.unlock(PASSPHRASE)
    keychain.fail('The RPC server is unavailable.')
    expect(why(await again.signer(one))).toBe('ok')
  })

  it('takes other secrets over as well, whatever they are made of', async () => {
    const { open, keychain } = createStage()
    const password = 'abcd efgh ijkl mnop'
    await open().secrets.keep('channel x mailPassword', password)
    const vault = open()
    await vault.useFile(PASSPHRASE)
    expect(await vault.secrets.read('channel x mailPassword')).toEqual({ ok: true, value: password })
    expect(keychain.entries.size).toBe(0)
    expect(await vault.secrets.read('channel x mailPassword')).toEqual({ ok: true, value: password })
  })

  it('has no key where there is no keychain either', async () => {
    const { open, keychain } = createStage()
    keychain.fail('Cannot autolaunch D-Bus without X11 $DISPLAY')
    const vault = open()
    await vault.useFile(PASSPHRASE)
    expect(why(await vault.signer(one))).toBe('vault.no-key')
    expect(why(await vault.remove(one))).toBe('ok')
  })

  it('takes the entry of a removed account away once the keychain opens, be it after a restart', async () => {
    const { vault, keychain, open, owed, clock } = await afterTheLock()
    expect(why(await vault.remove(one))).toBe('ok')
    expect([keychain.entries.size, owed()]).toEqual([1, '["one"]'])
    keychain.lock('open')
    open()
    await expect.poll(owed).toBe('[]')
    expect([keychain.entries.size, clock.waiting]).toEqual([0, 0])
  })

  it('loses no key when the file cannot take it', async () => {
    const { vault, keychain, file } = await afterTheLock()
    keychain.lock('open')
    rmSync(file)
    mkdirSync(file)
    expect(why(await vault.signer(one))).toBe('vault.file-failed')
    expect(keychain.entries.size).toBe(1)
  })
})

it('does not so much as look at the keychain when the file vault was asked for', async () => {
  const { open, keychain } = createStage()
  const vault = open('file')
  await vault.unlock(PASSPHRASE)
  await vault.put(one, pair)
  expect([why(await vault.signer(two)), why(await vault.remove(two))]).toEqual(['vault.no-key', 'ok'])
  await vault.state()
  expect(keychain.asked).toEqual([])
})

it('stays with the keychain when that was asked for, though there is a file', async () => {
  const { open } = await afterTheLock()
  expect([open('keychain').kind, open().kind]).toEqual(['keychain', 'file'])
})

it('the memory vault keeps keys for this run', async () => {
  const vault = createMemoryVault(hide)
  expect(why(await vault.signer(one))).toBe('vault.no-key')
  await vault.put(one, pair)
  expect(why(await vault.signer(one))).toBe('ok')
  await vault.remove(one)
  expect(why(await vault.signer(one))).toBe('vault.no-key')
  expect(await vault.state()).toEqual({ problem: null, remedy: 'none' })
})
