import { expect } from '@playwright/test'
import { accountTab } from './pages/account.ts'
import { frameOf } from './pages/frame.ts'
import { test } from './support/test.ts'

test('a page whose program has gone says so, keeps what it knew, and comes back by itself', async ({ stage, page }) => {
  const frame = frameOf(page)
  const tab = accountTab(page)
  const main = stage.account('Main')
  await stage.open()
  await frame.expectTrusted()
  await frame.choose('Main')
  await tab.expectTruth(() => stage.world.truth(main), 'USD')
  const before = (await tab.card('Equity').textContent()) ?? ''

  const begin = await stage.lose()
  await expect(page.getByRole('alert').filter({ hasText: 'The engine does not answer.' })).toBeVisible()
  await frame.expectDoubted()
  await expect(tab.card('Equity')).toHaveText(before)
  stage.world.control({ do: 'trade', account: main.id, symbol: 'BTCUSDT', side: 'sell', quantity: '0.02' })

  await begin()
  await frame.expectTrusted()
  await tab.expectTruth(() => stage.world.truth(main), 'USD')
  await expect(tab.rows('Fills')).toHaveCount(3)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('two pages of one program say the same', async ({ stage, page, context }) => {
  await stage.open()
  await frameOf(page).expectTrusted()
  const other = await context.newPage()
  await other.goto(stage.address())
  await frameOf(other).expectTrusted()
  stage.world.control({ do: 'price', symbol: 'BTCUSDT', last: '99123.4' })
  for (const each of [page, other]) {
    await frameOf(each).choose('Main')
    await accountTab(each).expectTruth(() => stage.world.truth(stage.account('Main')), 'USD')
  }
  await frameOf(other).privacy.click()
  await expect(accountTab(page).card('Equity')).toHaveText('••••••')
  await other.close()
})
