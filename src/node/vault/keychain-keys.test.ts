import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { accountId } from '../../shared/ids.ts'
import type { Failure, Result } from '../../shared/result.ts'
import { createKeychainKeys, keychainService } from './keychain-keys.ts'
import { createFakeKeychain } from './test/fake-keychain.ts'

const one = accountId('one')
const two = accountId('two')
const pair = { apiKey: 'KEY-ONE', apiSecret: 'secret-one-0001' }
const why = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.sentence.id)
const id = (failure: Failure | null) => failure?.sentence.id ?? null

function createStage(service = 'tidemark', keychain = createFakeKeychain()) {
  const clock = createManualClock(0)
  const keys = createKeychainKeys({ clock, service, load: () => Promise.resolve(keychain) })
  return { clock, keychain, keys }
}

describe('keys in the keychain', () => {
  it('are one entry an account, by its id, which another data folder does not see', async () => {
    const { clock, keychain, keys } = createStage()
    await keys.put(one, pair)
    expect([...keychain.entries.keys()]).toEqual(['tidemark\none'])
    expect(await keys.pair(one)).toEqual({ ok: true, value: pair })
    const elsewhere = createStage(keychainService('/other', '/home'), keychain)
    expect(await elsewhere.keys.pair(one)).toEqual({ ok: true, value: null })
    await keys.remove(one)
    expect([keychain.entries.size, await keys.pair(one), clock.waiting]).toEqual([0, { ok: true, value: null }, 0])
  })

  it('bear the plain name in the default folder, every other folder its own', () => {
    const names = ['/home', '/a', '/b'].map((folder) => keychainService(folder, '/home'))
    expect([names[0], new Set(names).size]).toEqual(['tidemark', 3])
  })

  it('that somebody else wrote are a sentence that does not quote them', async () => {
    const keychain = createFakeKeychain(new Map([['tidemark\none', 'hunter2-hunter2']]))
    const read = await createStage('tidemark', keychain).keys.pair(one)
    expect([why(read), JSON.stringify(read).includes('hunter2')]).toEqual(['vault.entry-unreadable', false])
  })
})

describe('a locked keychain', () => {
  it('is never taken for one without the key, and nothing passes for removed', async () => {
    const { keychain, keys, clock } = createStage()
    await keys.put(one, pair)
    keychain.lock('locked')
    expect(why(await keys.pair(one))).toBe('vault.keychain-locked')
    clock.advance(10_000)
    expect(why(await keys.remove(one))).toBe('vault.keychain-locked')
    expect(keychain.entries.size).toBe(1)
  })

  it('is asked once for many accounts that begin together, and again a while later', async () => {
    const { keychain, keys, clock } = createStage()
    keychain.lock('locked')
    const together = await Promise.all([keys.pair(one), keys.pair(two), keys.pair(one)])
    expect(together.map(why)).toEqual(Array(3).fill('vault.keychain-locked'))
    expect(keychain.asked).toEqual(['get one', 'set open?'])
    clock.advance(10_000)
    await keys.pair(two)
    expect(keychain.asked).toHaveLength(4)
  })

  it('that the user opens when asked gives the key', async () => {
    const { keychain, keys } = createStage()
    await keys.put(one, pair)
    keychain.lock('locked')
    const set = keychain.setPassword
    const opening = {
      ...keychain,
      setPassword: (...entry: Parameters<typeof set>) => (keychain.lock('open'), set(...entry)),
    }
    const again = createStage('tidemark', opening)
    expect(await again.keys.pair(one)).toEqual({ ok: true, value: pair })
    expect([...keychain.entries.keys()]).toEqual(['tidemark\none'])
  })

  it('stays the known problem until something works again; to know it the user is asked nothing', async () => {
    const { keychain, keys } = createStage()
    await keys.put(one, pair)
    keychain.lock('locked')
    expect(await keys.problem()).toBeNull()
    await keys.pair(one)
    expect(id(await keys.problem())).toBe('vault.keychain-locked')
    expect(keychain.asked.filter((asked) => asked.startsWith('set'))).toHaveLength(2)
    keychain.lock('open')
    await keys.put(one, pair)
    expect(await keys.problem()).toBeNull()
  })

  it('keeps an entry that can be taken away only by asking', async () => {
    const { keychain, keys } = createStage()
    await keys.put(one, pair)
    keychain.lock('locked')
    expect(await keys.removeQuietly(one)).toBe(false)
    keychain.lock('open')
    expect([await keys.removeQuietly(one), keychain.entries.size]).toEqual([true, 0])
  })
})

describe('a keychain in other trouble', () => {
  it('that cannot be loaded is missing, whatever it says of it', async () => {
    const load = () => Promise.reject(new Error('something about symbols'))
    const keys = createKeychainKeys({ clock: createManualClock(0), service: 'tidemark', load })
    expect([why(await keys.put(one, pair)), id(await keys.problem())]).toEqual(Array(2).fill('vault.keychain-missing'))
  })

  it.each([
    ['User canceled the operation.', 'vault.keychain-refused'],
    ['The stub received bad data.', 'vault.key-too-long'],
    ['Zugriff verweigert', 'vault.keychain-failed'],
  ])('says what happened: %s', async (words, expected) => {
    const { keychain, keys, clock } = createStage()
    keychain.fail(words)
    expect(why(await keys.put(one, pair))).toBe(expected)
    expect(clock.waiting).toBe(0)
  })

  it('that never answers is given up after a while, and those behind it are told the same', async () => {
    const keychain = { ...createFakeKeychain(), getPassword: () => new Promise<never>(() => undefined) }
    const clock = createManualClock(0)
    const keys = createKeychainKeys({ clock, service: 'tidemark', load: () => Promise.resolve(keychain) })
    const answers = Promise.all([keys.pair(one), keys.pair(two)])
    await clock.pass(120_000)
    expect((await answers).map(why)).toEqual(Array(2).fill('vault.keychain-silent'))
  })

  it('that throws where it should reject does not stop the next question', async () => {
    const broken = createFakeKeychain()
    const { keys } = createStage('tidemark', {
      ...broken,
      setPassword: () => {
        throw new Error('Access is denied.')
      },
    })
    expect(why(await keys.put(one, pair))).toBe('vault.keychain-refused')
    expect(why(await keys.put(two, pair))).toBe('vault.keychain-refused')
  })
})
