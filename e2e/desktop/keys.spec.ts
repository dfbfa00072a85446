import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { accountTab } from '../browser/pages/account.ts'
import { frameOf } from '../browser/pages/frame.ts'
import { settingsTab } from '../browser/pages/settings.ts'
import type { DesktopApp } from './desktop-app.ts'
import type { Desk, LaunchOptions } from './support/desk.ts'
import { createKeyring, missingForKeyring, type Keyring, type Login } from './support/keyring.ts'
import { addMain, expectMain } from './support/main-account.ts'
import { test as desktop } from './support/test.ts'

const PASSPHRASE = 'a passphrase for this test alone'

const test = desktop.extend<{ keyring: Keyring }>({
  keyring: async ({}, use) => {
    const keyring = createKeyring()
    await use(keyring)
    await keyring.stop()
  },
})

// Each is several starts of the program, on as many days.
test.slow()
test.skip(missingForKeyring().length > 0, `Not installed: ${missingForKeyring().join(', ')}`)
test.skip(process.platform !== 'linux', 'Elsewhere there is one keychain, the tester’s, which no test may lock.')

/** A first start on a computer where no vault was ever made. */
async function start(desk: Desk, login: Login | null, options: LaunchOptions = {}): Promise<[DesktopApp, Page]> {
  const app = await desk.launch({ passphrase: 'withheld', environment: login?.environment ?? {}, ...options })
  return [app, await app.page()]
}

function forgetVault(desk: Desk): void {
  rmSync(join(desk.data, 'live', 'keys.vault'), { force: true })
}

async function beginVault(desk: Desk, page: Page): Promise<void> {
  desk.keepSecret(PASSPHRASE)
  await page.getByLabel('New passphrase').fill(PASSPHRASE)
  await page.getByLabel('The same passphrase again').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Keep keys in the file' }).click()
  await expect(page.getByText('In an encrypted file in the data folder')).toBeVisible()
}

async function openVault(page: Page): Promise<void> {
  await frameOf(page).show('Settings')
  await page.getByLabel('Passphrase').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Open the vault' }).click()
  await expect(page.getByLabel('Passphrase')).toHaveCount(0)
}

test('a locked keychain is explained; a passphrase vault takes over, and the key moves when it opens', async ({
  desk,
  keyring,
}) => {
  forgetVault(desk)
  const yesterday = await keyring.login('unlocked')
  const [first, added] = await start(desk, yesterday)
  await addMain(desk, added)
  await expectMain(desk, added)
  await first.quit()
  await yesterday.end()

  const today = await keyring.login('locked')
  const [second, page] = await start(desk, today)
  await expect(accountTab(page).problems).toContainText('The keychain is locked')
  await frameOf(page).show('Settings')
  await expect(page.getByText(/The keys in it are kept\. Unlock it and try again, or begin a vault/)).not.toHaveCount(0)
  await beginVault(desk, page)
  await expect(settingsTab(page).account('Main')).toContainText('still in the keychain')
  await second.quit()
  await today.end()

  const tomorrow = await keyring.login('unlocked')
  const [third, opened] = await start(desk, tomorrow)
  await openVault(opened)
  await expectMain(desk, opened)
  await third.quit()
  await tomorrow.end()

  const [, alone] = await start(desk, null)
  await openVault(alone)
  await expectMain(desk, alone)
})

test('without a keychain keys go into a passphrase vault, which a restart asks for', async ({ desk }) => {
  forgetVault(desk)
  const [app, page] = await start(desk, null)
  await frameOf(page).show('Settings')
  await expect(page.getByText(/This computer has no usable keychain/)).toBeVisible()
  await beginVault(desk, page)
  await addMain(desk, page)
  await expectMain(desk, page)
  await app.quit()
  const [, again] = await start(desk, null)
  await expect(accountTab(again).problems).toContainText('is locked')
  await openVault(again)
  await expectMain(desk, again)
})
