import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createKeyring, missingTools } from './keyring.ts'
import { tempFolder } from './temp-folder.ts'

const absent = missingTools()
if (absent.length > 0) {
  console.warn(`\n  SKIPPED: everything with a real keyring, because ${absent.join(' and ')} is not installed.\n`)
}

const signed = (account: string) =>
  `KEY-${account} ${createHmac('sha256', `secret-of-${account}`).update('payload').digest('hex')}`

describe.skipIf(absent.length > 0)('with a real keyring', { timeout: 60_000 }, () => {
  test('a key makes the round trip, is found after a restart, and is gone once removed', async () => {
    const [{ live }, root] = [createKeyring(), tempFolder()]
    expect(await live('unlocked', root, 'put one', 'sign one', 'state')).toEqual([
      'ok',
      signed('one'),
      'keychain fine none',
    ])
    expect(await live('unlocked', root, 'sign one', 'remove one', 'sign one')).toEqual([
      signed('one'),
      'ok',
      'vault.no-key',
    ])
    expect(await live('unlocked', root, 'sign one')).toEqual(['vault.no-key'])
  })

  test('two data folders do not see the keys of each other', async () => {
    const { live } = createKeyring()
    const [here, there] = [tempFolder(), tempFolder()]
    await live('unlocked', here, 'put one', 'put two')
    expect(await live('unlocked', there, 'sign one', 'remove two')).toEqual(['vault.no-key', 'ok'])
    expect(await live('unlocked', here, 'sign one', 'sign two')).toEqual([signed('one'), signed('two')])
  })

  test('locked, it is explained and nothing passes for missing, kept or removed', async () => {
    const [{ live }, root] = [createKeyring(), tempFolder()]
    await live('unlocked', root, 'put one')
    const locked = 'vault.keychain-locked'
    expect(await live('locked', root, 'sign one', 'put two', 'remove one', 'state')).toEqual([
      locked,
      locked,
      locked,
      `keychain ${locked} begin-file`,
    ])
    expect(await live('unlocked', root, 'sign one', 'sign two')).toEqual([signed('one'), 'vault.no-key'])
  })

  test('locked, the file vault takes over, and the key moves there when the keyring opens', async () => {
    const [{ live }, root] = [createKeyring(), tempFolder()]
    await live('unlocked', root, 'put one')
    expect(await live('locked', root, 'use-file', 'put two', 'sign two', 'sign one')).toEqual([
      'ok',
      'ok',
      signed('two'),
      'vault.key-in-keychain',
    ])
    expect(await live('locked', root, 'state', 'unlock', 'sign two', 'sign one')).toEqual([
      'file vault.locked open-file',
      'ok',
      signed('two'),
      'vault.key-in-keychain',
    ])
    expect(await live('unlocked', root, 'unlock', 'sign one')).toEqual(['ok', signed('one')])
    expect(await live('locked', root, 'unlock', 'sign one')).toEqual(['ok', signed('one')])
  })

  test('an account removed while it was locked leaves no entry once it opens', async () => {
    const [{ live }, root] = [createKeyring(), tempFolder()]
    await live('unlocked', root, 'put one')
    expect(await live('locked', root, 'use-file', 'remove one')).toEqual(['ok', 'ok'])
    await live('unlocked', root, 'unlock', 'put two')
    expect(await live('unlocked', root, 'unlock', 'sign one')).toEqual(['ok', 'vault.no-key'])
  })
})

test.runIf(process.platform === 'linux')(
  'without a session bus every step is explained, and the file vault works',
  { timeout: 60_000 },
  async () => {
    const missing = 'vault.keychain-missing'
    const root = tempFolder()
    expect(await createKeyring().live('none', root, 'state', 'put one', 'sign one', 'remove one')).toEqual([
      `keychain ${missing} begin-file`,
      missing,
      missing,
      missing,
    ])
    expect(await createKeyring().live('none', root, 'use-file', 'put one', 'sign one', 'remove one')).toEqual([
      'ok',
      'ok',
      signed('one'),
      'ok',
    ])
  },
)
