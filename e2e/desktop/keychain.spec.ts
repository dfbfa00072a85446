import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { frameOf } from '../browser/pages/frame.ts'
import { settingsTab } from '../browser/pages/settings.ts'
import type { DesktopApp } from './desktop-app.ts'
import { accountsIn, missingForKeychain, openKeychain, type Keychain } from './support/keychain.ts'
import { addMain, expectMain } from './support/main-account.ts'
import { test as desktop } from './support/test.ts'

interface Days extends Pick<Keychain, 'has'> {
  start(): Promise<[DesktopApp, Page]>
  /** Of the accounts that the app keeps; not while it runs, for it keeps its database to itself. */
  accounts(): readonly string[]
}

const test = desktop.extend<{ days: Days }>({
  days: async ({ desk }, use) => {
    // Another folder than the usual one, so that its entries have a name of their own in the keychain.
    const data = join(desk.folder, 'data')
    const keychain = await openKeychain(data)
    const started: DesktopApp[] = []

    async function start(): Promise<[DesktopApp, Page]> {
      const { environment } = keychain
      const app = await desk.launch({ passphrase: 'withheld', environment, args: ['--data', data] })
      started.push(app)
      return [app, await app.page()]
    }

    await use({ start, accounts: () => accountsIn(data), has: keychain.has })
    for (const app of started) await app.kill()
    await keychain.close()
  },
})

// Two starts of the program.
test.slow()
test.skip(missingForKeychain() !== '', missingForKeychain())

test('a key is found in the keychain after a restart, whatever its account is called, and is gone when removed', async ({
  desk,
  days,
}) => {
  const [app, page] = await days.start()
  await addMain(desk, page)
  await expectMain(desk, page)
  await frameOf(page).show('Settings')
  await settingsTab(page).rename('Main', 'Savings')
  await expect(settingsTab(page).account('Savings')).toHaveCount(1)
  await app.quit()
  const accounts = days.accounts()
  expect(accounts.map(days.has)).toEqual([true])

  const [again, next] = await days.start()
  await expectMain(desk, next)
  await frameOf(next).show('Settings')
  await expect(settingsTab(next).account('Savings')).toHaveCount(1)
  await expect(next.getByText('In this computer’s keychain.')).toBeVisible()
  await settingsTab(next).remove('Savings')
  await expect(settingsTab(next).account('Savings')).toHaveCount(0)
  await again.quit()
  expect([days.accounts(), accounts.map(days.has)]).toEqual([[], [false]])
})
