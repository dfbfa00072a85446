import { expect, type Page } from '@playwright/test'
import { frameOf } from '../../browser/pages/frame.ts'
import { settingsTab } from '../../browser/pages/settings.ts'

/** Through every tab and everything that opens over it, in both themes: all that the page can load, draw and style. */
export async function walk(page: Page): Promise<void> {
  const frame = frameOf(page)
  await frame.expectTrusted()
  for (const theme of ['first', 'other']) {
    const tabs = page.getByRole('navigation', { name: 'Tidemark' }).getByRole('button')
    for (const tab of await tabs.all()) {
      await tab.click()
      await expect(frame.content, theme).toBeVisible()
    }
    await frame.theme.click()
  }
  await frame.show('Markets')
  await expect(page.getByRole('application').locator('canvas').first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(frame.palette).toBeVisible()
  await page.keyboard.press('Escape')
  await frame.pill.click()
  await expect(page.getByRole('dialog', { name: 'Connections' })).toBeVisible()
  await page.keyboard.press('Escape')
  await frame.privacy.click()
  await frame.show('Settings')
  await page.getByRole('button', { name: 'Add account' }).click()
  await expect(settingsTab(page).dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await frame.show('Account')
}
