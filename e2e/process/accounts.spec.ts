import { expect } from '@playwright/test'
import { test } from '../support/house.ts'

test('accounts of both exchanges are added, listed, checked and removed', async ({ house }) => {
  const main = await house.add({ venue: 'bybit', label: 'Main' })
  expect(main).toEqual({ code: 0, stdout: 'Added Main: Bybit, mainnet, read-only.\n', stderr: '' })
  expect(await house.add({ venue: 'binance', label: 'Second' })).toMatchObject({ code: 0, stderr: '' })

  const listed = await house.accounts(['list'])
  expect(listed.stdout).toMatch(/^Main\tBybit\tmainnet\nSecond\tBinance[^\t]*\tmainnet\n$/)
  const checked = await house.accounts(['check'])
  expect(checked).toMatchObject({ code: 0, stdout: 'Main\tread-only\nSecond\tread-only\n' })

  const removed = await house.accounts(['remove', 'Main'])
  expect(removed).toMatchObject({ code: 0, stdout: 'Removed Main, its key and its stored history.\n' })
  expect((await house.accounts(['list'])).stdout).toMatch(/^Second\t/)
  expect(await house.accounts(['remove', 'Main'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no account named “Main”.'),
  })
})

test('a house without accounts says so', async ({ house }) => {
  expect(await house.accounts(['list'])).toMatchObject({ code: 0, stdout: 'No account is added yet.\n' })
})

test.describe('what an exchange says of a key decides', () => {
  for (const venue of ['bybit', 'binance'] as const) {
    test(`a key that can withdraw is refused by name of the right, at ${venue}`, async ({ house, exchange }) => {
      await exchange.control({ do: 'key-rights', apiKey: exchange.key(venue).apiKey, rights: 'withdraw' })
      const refused = await house.add({ venue, label: 'Main', more: ['--accept-trading-key'] })
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toMatch(/This key can withdraw or move funds \([^)]+\), so it was refused and not kept\./)
      expect((await house.accounts(['list'])).stdout).toBe('No account is added yet.\n')
    })

    test(`a key that can trade is taken only when its owner insists, at ${venue}`, async ({ house, exchange }) => {
      await exchange.control({ do: 'key-rights', apiKey: exchange.key(venue).apiKey, rights: 'trade' })
      const refused = await house.add({ venue, label: 'Main' })
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toMatch(/This key can trade \([^)]+\), so it was refused and not kept\./)
      const insisted = await house.add({ venue, label: 'Main', more: ['--accept-trading-key'] })
      expect(insisted).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Added Main: .*can-trade: /) })
    })

    test(`a wrong secret and a wrong key are told apart where they can be, at ${venue}`, async ({ house }) => {
      const canary = 'canary-secret-that-opens-nothing-at-all-0123456789'
      house.keepSecret(canary)
      const wrongSecret = await house.add({ venue, label: 'Main', secret: canary })
      expect(wrongSecret).toMatchObject({ code: 1, stdout: '' })
      expect(wrongSecret.stderr).toMatch(/refused the signature.*the secret was copied whole/)
      const wrongKey = await house.add({ venue, label: 'Main', key: 'NOSUCHKEY0000001' })
      expect(wrongKey).toMatchObject({ code: 1, stdout: '' })
      expect(wrongKey.stderr).toMatch(/does not know this key|refused the key: it is wrong/)
      expect((await house.accounts(['list'])).stdout).toBe('No account is added yet.\n')
    })
  }

  test('an account of another kind is recognised and explained', async ({ house, exchange }) => {
    await exchange.control(
      { do: 'account-kind', account: 'bybit-demo', kind: 'classic' },
      { do: 'account-kind', account: 'binance-demo', kind: 'portfolio-margin' },
    )
    const classic = await house.add({ venue: 'bybit', label: 'Main' })
    expect(classic).toMatchObject({ code: 1, stdout: '' })
    expect(classic.stderr).toMatch(/classic.*Tidemark cannot watch\. Nothing was added\. \S/i)
    const portfolio = await house.add({ venue: 'binance', label: 'Second' })
    expect(portfolio).toMatchObject({ code: 1, stdout: '' })
    expect(portfolio.stderr).toMatch(/portfolio margin.*Tidemark cannot watch\. Nothing was added\. \S/i)
  })
})

test('what cannot be added says why and adds nothing', async ({ house }) => {
  await house.add({ venue: 'bybit', label: 'Main' })
  const taken = await house.add({ venue: 'binance', label: 'Main' })
  expect(taken.stderr).toContain('Another account is already named “Main”. Nothing was changed.')
  const venue = await house.add({ venue: 'mtgox', label: 'Other' })
  expect(venue.stderr).toContain('mtgox is not an exchange Tidemark knows. Nothing was added.')
  const environment = await house.add({ venue: 'bybit', label: 'Other', environment: 'moon' })
  expect(environment.stderr).toContain('“moon” cannot be used; expected mainnet, testnet, demo-trading.')
  const missing = await house.accounts(['add', '--venue', 'bybit', '--environment', 'mainnet', '--key', 'K'], 'x')
  expect(missing.stderr).toContain('--label is missing')
  const empty = await house.add({ venue: 'bybit', label: 'Other', secret: '' })
  expect(empty.stderr).toContain('The secret is read from standard input and nothing came. Nothing was changed.')
  expect([taken, venue, environment, missing, empty].every(({ code }) => code !== 0)).toBe(true)
  expect((await house.accounts(['list'])).stdout).toBe('Main\tBybit\tmainnet\n')
})

test('a vault opened with another passphrase is left as it is', async ({ house }) => {
  await house.add({ venue: 'bybit', label: 'Main' })
  const environment = { TIDEMARK_PASSPHRASE: 'another-passphrase-altogether' }
  const refused = await house.start('accounts', ['check', '--data', house.folder], { environment }).ended
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('This passphrase does not open the vault')
  expect(await house.accounts(['check'])).toMatchObject({ code: 0, stdout: 'Main\tread-only\n' })
})
