import { expect, type Page } from '@playwright/test'
import { frameOf } from './pages/frame.ts'
import { test } from './support/test.ts'

const rows = (page: Page) => page.getByRole('group', { name: 'Watchlist' }).locator('tbody tr:not(.spacer)')

test('prices of the watchlist move, and contracts come and go by search', async ({ stage, page }) => {
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).show('Markets')
  stage.world.control({ do: 'price', symbol: 'BTCUSDT', last: '98765.4', mark: '98760.1' })
  await expect(rows(page).filter({ hasText: 'BTCUSDT' })).toContainText('98,760.1')
  const count = await rows(page).count()

  await page.getByRole('button', { name: 'Add a contract' }).click()
  const search = page.getByRole('dialog', { name: 'Add a contract' })
  await search.getByRole('textbox').fill('AAVE')
  await search
    .getByRole('button', { name: /AAVEUSDT/ })
    .first()
    .click()
  await expect(rows(page)).toHaveCount(count + 1)
  await page.keyboard.press('Escape')
  const added = rows(page).filter({ hasText: 'AAVEUSDT' })
  await expect(added).toContainText('192.4')
  await added.getByRole('button', { name: /remove|stop/i }).click()
  await expect(rows(page)).toHaveCount(count)
})

test('the chart of a contract is drawn, in every interval and after every change of theme', async ({ stage, page }) => {
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).show('Markets')
  const chart = page.getByRole('application')
  await expect(chart.locator('canvas').first()).toBeVisible()
  for (const interval of ['1m', '1h', '1d']) {
    await page.getByRole('radio', { name: interval, exact: true }).click()
    await expect(chart.locator('canvas').first()).toBeVisible()
  }
  await frameOf(page).theme.click()
  stage.world.control({ do: 'price', symbol: 'BTCUSDT', last: '98765.4' })
  await chart.focus()
  for (const key of ['ArrowLeft', '+', 'ArrowRight', '-', 'Home']) await page.keyboard.press(key)
  await expect(chart.locator('canvas').first()).toBeVisible()
})
