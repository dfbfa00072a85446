import { expect } from '@playwright/test'
import { accountTab } from './pages/account.ts'
import { frameOf, TAB_NAMES } from './pages/frame.ts'
import { test } from './support/test.ts'

test('the page opens on live figures, equal to the exchange’s to the last digit', async ({ stage, page }) => {
  const frame = frameOf(page)
  const tab = accountTab(page)
  await stage.open()
  await frame.expectTrusted()
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  await expect(frame.badges).toHaveText(['CUSTOM'])
  await expect(tab.rows('Positions')).toHaveCount(3)
  for (const [account, currency] of [
    ['Main', 'USD'],
    ['Second', 'USDT'],
  ] as const) {
    await frame.choose(account)
    const world = stage.account(account)
    await tab.expectTruth(() => stage.world.truth(world), currency)
    await expect(tab.rows('Open orders')).toHaveCount(stage.world.truth(world).orders.length)
    await expect(tab.rows('Fills')).toHaveCount(stage.world.truth(world).counts.fills)
  }
})

test.describe('without an account', () => {
  test.use({ begin: 'demo' })

  test('the demo is live within seconds and says what it is on every tab', async ({ stage, page }) => {
    const frame = frameOf(page)
    await stage.open()
    await frame.expectTrusted()
    await expect(accountTab(page).rows('Positions').first()).toBeVisible()
    for (const name of TAB_NAMES) {
      await frame.show(name)
      await expect(frame.badges).toHaveText(['DEMO'])
    }
  })
})

test('a page without the token is turned away with what to do', async ({ stage, page }) => {
  await stage.open()
  await frameOf(page).expectTrusted()
  const stranger = await page.context().browser()!.newPage()
  await stranger.goto(page.url())
  await expect(stranger.getByRole('main')).toContainText('Open the address that Tidemark printed when it started.')
  await expect(stranger.getByRole('main')).not.toContainText(/\d{4}/)
  await stranger.close()
})
