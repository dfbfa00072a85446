import type { Locator, Page } from '@playwright/test'

export interface NewKey {
  readonly exchange: RegExp
  readonly label: string
  readonly key: string
  readonly secret: string
}

/** The Settings tab. */
export interface SettingsTab {
  /** The entry of an account. */
  account(label: string): Locator
  /** Asks the exchange again what an account's key may do. */
  check(label: string): Promise<void>
  /** What went wrong with asking. */
  complaint(label: string): Locator
  readonly dialog: Locator
  /** Fills in the first two steps of adding an account and has the key checked. */
  enter(key: NewKey): Promise<void>
  readonly keep: Locator
  remove(label: string): Promise<void>
  rename(label: string, to: string): Promise<void>
  readonly language: Locator
}

export function settingsTab(page: Page): SettingsTab {
  const main = page.getByRole('main', { name: 'Settings' })
  const dialog = page.getByRole('dialog', { name: 'Add an account' })
  const account = (label: string): Locator =>
    main.locator('.account-entry').filter({ has: page.getByText(label, { exact: true }) })

  async function enter({ exchange, label, key, secret }: NewKey): Promise<void> {
    await main.getByRole('button', { name: 'Add account' }).click()
    const names = await dialog.getByLabel('Exchange').getByRole('option').allTextContents()
    await dialog.getByLabel('Exchange').selectOption({ label: names.find((name) => exchange.test(name)) ?? '' })
    await dialog.getByLabel('Name').fill(label)
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByLabel('API key').fill(key)
    await dialog.getByLabel('Secret').fill(secret)
    await dialog.getByRole('button', { name: 'Check the key' }).click()
  }

  async function remove(label: string): Promise<void> {
    await account(label).getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('dialog').filter({ hasText: label }).getByRole('button', { name: 'Remove' }).click()
  }

  async function rename(label: string, to: string): Promise<void> {
    await account(label).getByRole('button', { name: 'Rename' }).click()
    await page.getByLabel('New name').fill(to)
    await page.getByRole('button', { name: 'Save' }).click()
  }

  return {
    account,
    check: (label) => account(label).getByRole('button', { name: 'Check key' }).click(),
    complaint: (label) => account(label).getByRole('alert'),
    dialog,
    enter,
    keep: dialog.getByRole('button', { name: 'Add account' }),
    remove,
    rename,
    language: main.locator('select').filter({ hasText: 'Русский' }),
  }
}
