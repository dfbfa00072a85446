import { expect } from '@playwright/test'
import { accountTab } from '../browser/pages/account.ts'
import { frameOf } from '../browser/pages/frame.ts'
import type { Desk } from './support/desk.ts'
import { test } from './support/test.ts'

test.use({ begin: 'accounts' })

const HOUR_MS = 3_600_000

async function launched(desk: Desk) {
  const app = await desk.launch()
  const page = await app.page()
  const [frame, tab] = [frameOf(page), accountTab(page)]
  await frame.expectTrusted()
  await frame.choose('Main')
  await tab.expectTruth(() => desk.world.truth(desk.account('Main')), 'USD')
  return { app, page, frame, tab }
}

test('what happened while the computer slept is there once it wakes, and nothing old is taken for true', async ({
  desk,
}) => {
  const { frame, tab } = await launched(desk)
  desk.world.control({ do: 'drop' }, { do: 'offline' })
  await desk.sleep(3 * HOUR_MS)
  await frame.expectDoubted()
  desk.world.control(
    { do: 'trade', account: desk.account('Main').id, symbol: 'ETHUSDT', side: 'buy', quantity: '1.27' },
    { do: 'online' },
  )
  await desk.pass(30_000)
  await frame.expectTrusted()
  await tab.expectTruth(() => desk.world.truth(desk.account('Main')), 'USD')
  await expect(tab.rows('Fills')).toHaveCount(3)
})

test('connections that died with the network are given up within seconds, and made anew as soon as it is back', async ({
  desk,
}) => {
  const { app, frame, tab } = await launched(desk)
  desk.world.control({ do: 'silence', heartbeats: 'unanswered', reach: 'also-new' })
  await app.online(false)
  await desk.pass(8000)
  await frame.expectDoubted()
  await desk.pass(120_000)
  desk.world.control(
    { do: 'heal' },
    { do: 'trade', account: desk.account('Main').id, symbol: 'ETHUSDT', side: 'buy', quantity: '1.27' },
  )
  await app.online(true)
  await desk.pass(8000)
  await frame.expectTrusted()
  await tab.expectTruth(() => desk.world.truth(desk.account('Main')), 'USD')
})

test('connections that outlive a change of network stay', async ({ desk }) => {
  const { app, frame, page } = await launched(desk)
  await app.online(false)
  await desk.pass(4000)
  await app.online(true)
  await desk.pass(4000)
  await frame.expectTrusted()
  await frame.pill.click()
  await expect(page.getByRole('dialog', { name: 'Connections' })).toContainText(/reconnects: 0/)
  await expect(page.getByRole('dialog', { name: 'Connections' })).not.toContainText(/reconnects: [1-9]/)
  expect(app.said()).toMatch(/the computer told.*gone[^]*the computer told.*back/)
})

test('before the computer goes down everything is written and the app ends by itself', async ({ desk }) => {
  const { app, tab } = await launched(desk)
  desk.world.control({ do: 'trade', account: 'bybit', symbol: 'BTCUSDT', side: 'buy', quantity: '0.013' })
  await expect(tab.rows('Fills').filter({ hasText: '0.013' })).toHaveCount(1)
  await app.power('shutdown')
  expect(await app.ended).toBe(0)
  const again = await desk.launch({ network: 'none' })
  const page = await again.page()
  await expect(accountTab(page).rows('Fills').filter({ hasText: '0.013' })).toHaveCount(1)
})

test('Windows tells the end of a session to windows alone, and one that was started hidden hears it too', async ({
  desk,
}) => {
  const args = ['--hidden', '--data', desk.data]
  const app = await desk.launch({ args, environment: { TIDEMARK_STAND_IN_PLATFORM: 'win32' } })
  test.skip(app.driver !== 'stand-in' && process.platform !== 'win32', 'Other systems tell the app.')
  await app.until('the tray is live', ({ tray }) => tray?.toolTip.includes('Live') === true)
  expect((await app.recorded()).windows.map(({ visible }) => visible)).toEqual([false])
  desk.world.control({ do: 'trade', account: 'bybit', symbol: 'BTCUSDT', side: 'buy', quantity: '0.013' })
  await app.until('the fill', ({ notifications }) => notifications.some(({ title }) => title.includes('0.013')))
  await app.power('shutdown')
  expect(await app.ended).toBe(0)
  const again = await desk.launch({ network: 'none' })
  await expect(
    accountTab(await again.page())
      .rows('Fills')
      .filter({ hasText: '0.013' }),
  ).toHaveCount(1)
})

test('a locked screen changes nothing, and stands in the log', async ({ desk }) => {
  const { app, frame } = await launched(desk)
  await app.power('lock-screen')
  await app.power('unlock-screen')
  await frame.expectTrusted()
  expect(app.said()).toMatch(/the computer told.*lock[^]*the computer told.*unlock/)
})
