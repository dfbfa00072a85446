import { expect } from '@playwright/test'
import { accountTab } from './pages/account.ts'
import { frameOf } from './pages/frame.ts'
import { test } from './support/test.ts'

/** Binance tells of a wallet that moved at once, and what moved it is read soon afterwards. */
const SOON_READ_MS = 6_000

test('mark, PnL and equity move with the market, to the last digit', async ({ stage, page }) => {
  const tab = accountTab(page)
  await stage.open()
  await frameOf(page).expectTrusted()
  for (const [label, currency] of [
    ['Main', 'USD'],
    ['Second', 'USDT'],
  ] as const) {
    const account = stage.account(label)
    await frameOf(page).choose(label)
    stage.world.control(
      { do: 'price', symbol: 'BTCUSDT', last: '97123.4', mark: '97120.17' },
      { do: 'price', symbol: 'ETHUSDT', last: '3281.37' },
      { do: 'price', symbol: 'SOLUSDT', last: '191.07', mark: '191.05' },
    )
    await tab.expectTruth(() => stage.world.truth(account), currency)
  }
  await expect(frameOf(page).ticker.getByRole('button', { name: /^SOL/ })).toContainText('191.05')
})

test('a fill appears among the fills and changes the position at once', async ({ stage, page }) => {
  const tab = accountTab(page)
  const main = stage.account('Main')
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).choose('Main')
  stage.world.control({ do: 'trade', account: main.id, symbol: 'BTCUSDT', side: 'buy', quantity: '0.013' })
  await expect(tab.rows('Fills')).toHaveCount(3)
  await expect(tab.rows('Fills').first()).toContainText('BTCUSDT')
  await expect(tab.rows('Fills').first()).toContainText('0.013')
  await expect(tab.position('BTCUSDT')).toContainText('0.113')
  await tab.expectTruth(() => stage.world.truth(main), 'USD')

  stage.world.control({ do: 'trade', account: main.id, symbol: 'ETHUSDT', side: 'buy', quantity: '1.27' })
  await expect(tab.position('ETHUSDT')).toHaveCount(0)
  await tab.expectTruth(() => stage.world.truth(main), 'USD')
  await expect(frameOf(page).tab('Account')).toContainText('1')
})

test('orders, funding and transfers come and go on the page', async ({ stage, page }) => {
  const tab = accountTab(page)
  const second = stage.account('Second')
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).choose('Second')
  const [order] = stage.world.control({
    do: 'place',
    account: second.id,
    symbol: 'SOLUSDT',
    side: 'sell',
    quantity: '8',
    price: '240',
  })
  await expect(tab.rows('Open orders')).toHaveCount(2)
  stage.world.control({ do: 'cancel', account: second.id, order })
  await expect(tab.rows('Open orders')).toHaveCount(1)

  stage.world.control({ do: 'funding', symbol: 'SOLUSDT' })
  await stage.pass(SOON_READ_MS)
  await expect(tab.rows('Funding, fees and transfers').filter({ hasText: 'Funding' })).toHaveCount(1)
  stage.world.control({ do: 'transfer', account: second.id, asset: 'USDT', amount: '250.125' })
  await stage.pass(SOON_READ_MS)
  await tab.expectTruth(() => stage.world.truth(second), 'USDT')
  await expect(tab.rows('Funding, fees and transfers').filter({ hasText: '250.125' })).toHaveCount(1)
})

test('all accounts together are the sum of each', async ({ stage, page }) => {
  const tab = accountTab(page)
  await stage.open()
  await frameOf(page).expectTrusted()
  await expect(tab.rows('Positions')).toHaveCount(3)
  const sums = page.getByRole('group', { name: 'Accounts', exact: true })
  await expect(sums).toContainText('Main')
  await expect(sums).toContainText('Second')
})
