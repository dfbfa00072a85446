import { expect, type Page } from '@playwright/test'
import { accountTab } from '../../browser/pages/account.ts'
import { frameOf } from '../../browser/pages/frame.ts'
import { settingsTab } from '../../browser/pages/settings.ts'
import type { Desk } from './desk.ts'

/** Adds the first account of the world in Settings, as a user does. */
export async function addMain(desk: Desk, page: Page): Promise<void> {
  const { label, apiKey, apiSecret } = desk.account('Main')
  const settings = settingsTab(page)
  await frameOf(page).show('Settings')
  await settings.enter({ exchange: /bybit/i, label, key: apiKey, secret: apiSecret })
  await expect(settings.dialog).toContainText('Read-only')
  await settings.keep.click()
  await expect(settings.dialog).toHaveCount(0)
}

/** It is live and shows what the exchange has. */
export async function expectMain(desk: Desk, page: Page): Promise<void> {
  await frameOf(page).expectTrusted()
  await frameOf(page).show('Account')
  await accountTab(page).expectTruth(() => desk.world.truth(desk.account('Main')), 'USD')
}
