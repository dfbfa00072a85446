import { expect } from '@playwright/test'
import { accountTab } from './pages/account.ts'
import { frameOf } from './pages/frame.ts'
import { systemTab } from './pages/system.ts'
import { test } from './support/test.ts'

const HOUR_MS = 3_600_000

test('after three hours of sleep nothing old is taken for true, and what happened meanwhile is there', async ({
  stage,
  page,
}) => {
  const frame = frameOf(page)
  const tab = accountTab(page)
  const main = stage.account('Main')
  await stage.open()
  await frame.expectTrusted()
  await frame.choose('Main')
  await tab.expectTruth(() => stage.world.truth(main), 'USD')

  stage.world.control({ do: 'drop' }, { do: 'offline' })
  await stage.sleep(3 * HOUR_MS)
  await frame.expectDoubted()
  await expect(tab.ageOf('Equity')).toContainText('3h')
  stage.world.control(
    { do: 'trade', account: main.id, symbol: 'ETHUSDT', side: 'buy', quantity: '1.27' },
    { do: 'price', symbol: 'BTCUSDT', last: '91234.5' },
    { do: 'online' },
  )
  await stage.pass(30_000)
  await frame.expectTrusted()
  await tab.expectTruth(() => stage.world.truth(main), 'USD')
  await expect(tab.position('ETHUSDT')).toHaveCount(0)
  await expect(tab.rows('Fills')).toHaveCount(3)
  await frame.show('System')
  await expect(systemTab(page).stream('Main private')).not.toContainText(/\dh/)
})

for (const by of [90_000, -90_000]) {
  test(`a clock that is moved by ${by / 1000} s is measured anew, and no age is wrong by it`, async ({
    stage,
    page,
  }) => {
    const frame = frameOf(page)
    const tab = accountTab(page)
    await stage.open()
    await frame.expectTrusted()
    await stage.step(by)
    // Every login and every signed request from here on carries the exchange's time, not this computer's.
    stage.world.control({ do: 'drop' }, { do: 'price', symbol: 'SOLUSDT', last: '200.5' })
    await frame.expectTrusted()
    for (const [label, currency] of [
      ['Main', 'USD'],
      ['Second', 'USDT'],
    ] as const) {
      await frame.choose(label)
      await tab.expectTruth(() => stage.world.truth(stage.account(label)), currency)
      await expect(tab.ageOf('Equity')).toHaveText(/^(\d|1\d)s$/)
    }
    await expect(tab.problems).toHaveCount(0)
  })
}
