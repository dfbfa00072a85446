import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { accountTab } from '../browser/pages/account.ts'
import { frameOf } from '../browser/pages/frame.ts'
import { test } from '../browser/support/test.ts'
import { ROOT } from '../support/program.ts'

function fileOf(name: string): string {
  return join(ROOT, 'docs', 'pictures', `${name}.png`)
}

async function picture(of: Page | Locator, name: string): Promise<void> {
  await of.screenshot({ path: fileOf(name), animations: 'disabled' })
}

test.use({ viewport: { width: 1440, height: 900 } })

test.describe('the demo', () => {
  test.use({ begin: 'demo', permissions: ['notifications'] })

  for (const [colorScheme, names] of [
    ['dark', ['Account', 'Markets']],
    ['light', ['Alerts']],
  ] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme })

      test(names.join(' and '), async ({ stage, page }) => {
        test.slow()
        const frame = frameOf(page)
        await stage.open()
        await frame.expectTrusted()
        await expect(accountTab(page).rows('Positions').first()).toBeVisible()
        for (const name of names) {
          await frame.show(name)
          // The demo trades every few seconds, and its first rule tells of it.
          if (name === 'Alerts')
            await expect(page.getByRole('article').nth(3)).toContainText('delivered', { timeout: 150_000 })
          // A chart draws itself in the frames after its candles came.
          await page.waitForLoadState('networkidle')
          await picture(page, `${name.toLowerCase()}-${colorScheme}`)
        }
      })
    })
  }
})

test.describe('adding an account', () => {
  test.use({ begin: 'empty', colorScheme: 'light', viewport: { width: 1100, height: 800 } })

  for (const [label, exchange] of [
    ['Main', 'Bybit'],
    ['Second', 'Binance'],
  ] as const) {
    test(`at ${exchange}`, async ({ stage, page }) => {
      const { apiKey, apiSecret } = stage.account(label)
      const dialog = page.getByRole('dialog', { name: 'Add an account' })
      const name = exchange.toLowerCase()
      await stage.open()
      await frameOf(page).show('Settings')
      await page.getByRole('main').getByRole('button', { name: 'Add account' }).click()
      const names = await dialog.getByLabel('Exchange').getByRole('option').allTextContents()
      await dialog.getByLabel('Exchange').selectOption({ label: names.find((each) => each.includes(exchange)) ?? '' })
      await dialog.getByLabel('Name').fill(label)
      await picture(dialog, `add-${name}-1`)
      await dialog.getByRole('button', { name: 'Next' }).click()
      await picture(dialog, `add-${name}-2`)
      await dialog.getByLabel('API key').fill(apiKey)
      await dialog.getByLabel('Secret').fill(apiSecret)
      await dialog.getByRole('button', { name: 'Check the key' }).click()
      await expect(dialog).toContainText('Read-only')
      await picture(dialog, `add-${name}-3`)
    })
  }
})
