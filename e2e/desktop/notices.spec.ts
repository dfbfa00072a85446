import { expect } from '@playwright/test'
import { accountTab } from '../browser/pages/account.ts'
import { frameOf } from '../browser/pages/frame.ts'
import type { DesktopApp } from './desktop-app.ts'
import type { Recorded, RecordedNotification } from './stand-in/protocol.ts'
import type { Desk } from './support/desk.ts'
import { test } from './support/test.ts'

test.use({ begin: 'accounts' })

const told =
  (pattern: RegExp) =>
  ({ notifications }: Recorded): boolean =>
    notifications.some(({ title }) => pattern.test(title))

function noticeOf({ notifications }: Recorded, pattern: RegExp): RecordedNotification {
  const found = notifications.findLast(({ title }) => pattern.test(title))
  if (found === undefined) throw new Error(`No notice is called ${String(pattern)}`)
  return found
}

/** The app, live, with its window shown but not in front. */
async function launched(desk: Desk): Promise<DesktopApp> {
  const app = await desk.launch()
  await frameOf(await app.page()).expectTrusted()
  await app.until('the tray is live', ({ tray }) => tray?.toolTip.includes('Live') === true)
  await app.blurWindow()
  return app
}

function buy(desk: Desk, quantity: string, label: 'Main' | 'Second' = 'Main'): void {
  desk.world.control({ do: 'trade', account: desk.account(label).id, symbol: 'BTCUSDT', side: 'buy', quantity })
}

test('a fill is told, and a click on it opens its account', async ({ desk }) => {
  const app = await launched(desk)
  const page = await app.page()
  const frame = frameOf(page)
  await frame.show('Settings')
  buy(desk, '0.013', 'Second')
  const recorded = await app.until('the fill', told(/^Bought 0\.013 BTCUSDT at [\d,.]+$/))
  const notice = noticeOf(recorded, /^Bought/)
  expect(notice.body).toMatch(/^fee [\d.]+ USDT · Second$/)
  expect(notice).toMatchObject({ silent: false, urgency: 'normal', state: 'shown' })
  await app.clickNotification(notice.number)
  await expect(frame.content).toHaveAccessibleName('Account')
  await expect(accountTab(page).rows('Positions')).toHaveCount(2)
  await app.until('the window is in front', ({ windows }) => windows.some(({ focused }) => focused))
})

test('what the user looks at is not told', async ({ desk }) => {
  const app = await launched(desk)
  await app.focusWindow()
  const tab = accountTab(await app.page())
  buy(desk, '0.013')
  await expect(tab.rows('Fills')).toHaveCount(4)
  await desk.pass(2000)
  await app.blurWindow()
  buy(desk, '0.017')
  const { notifications } = await app.until('the second fill', told(/^Bought 0\.017/))
  expect(notifications.map(({ title }) => title)).toEqual([expect.stringMatching(/^Bought 0\.017/)])
})

test('a connection is told lost after a while and restored, and a short break is not', async ({ desk }) => {
  const app = await launched(desk)
  desk.world.control({ do: 'drop' })
  await frameOf(await app.page()).expectTrusted()
  await desk.pass(20_000)
  desk.world.control({ do: 'offline' })
  await app.until('the tray is offline', ({ tray }) => tray?.toolTip.includes('Offline') === true)
  // The rule of the first start tells it after a minute, and the notices leave it to the rule.
  await desk.pass(70_000)
  await app.until('lost', told(/ (is silent|is not connected|is being checked): | \d+ alerts\.$/))
  await desk.pass(30_000)
  desk.world.control({ do: 'online' })
  await desk.pass(40_000)
  const { notifications } = await app.until('restored', (recorded) =>
    recorded.notifications.some(({ title, body }) => `${title} ${body}`.includes(' is live again.')),
  )
  expect(notifications.filter(({ title }) => title.startsWith('Connection '))).toEqual([])
})

test('hidden amounts stand in no notice', async ({ desk }) => {
  const app = await launched(desk)
  await frameOf(await app.page()).privacy.click()
  await app.until('dots', ({ tray }) => tray?.toolTip.includes('••••••') === true)
  await app.blurWindow()
  buy(desk, '0.013')
  const recorded = await app.until('the fill', told(/^Bought •••••• BTCUSDT at /))
  expect(noticeOf(recorded, /^Bought/).body).toBe('fee •••••• USDT · Main')
  expect(JSON.stringify(recorded)).not.toContain('0.013')
})

test('notices paused from the tray are held back until they are resumed', async ({ desk }) => {
  const app = await launched(desk)
  await app.clickTrayItem('Pause notices for 1 h')
  const isPaused = ({ tray }: Recorded): boolean =>
    tray?.items.some(({ label }) => /^Resume notices \(paused until \d\d:\d\d\)$/.test(label)) === true
  const { tray } = await app.until('paused', isPaused)
  buy(desk, '0.013')
  await expect(accountTab(await app.page()).rows('Fills')).toHaveCount(4)
  await desk.pass(3000)
  expect((await app.recorded()).notifications).toEqual([])
  const resume = tray?.items.find(({ label }) => label.startsWith('Resume'))
  await app.clickTrayItem(resume?.label ?? '')
  await app.until('resumed', (recorded) => !isPaused(recorded))
  buy(desk, '0.017')
  const { notifications } = await app.until('the second fill', told(/^Bought 0\.017/))
  expect(notifications).toHaveLength(1)
})

test('fills of a night asleep are one notice in the morning', async ({ desk }) => {
  const app = await launched(desk)
  desk.world.control({ do: 'offline' })
  await app.until('the tray is offline', ({ tray }) => tray?.toolTip.includes('Offline') === true)
  for (const quantity of ['0.011', '0.012', '0.013']) buy(desk, quantity)
  await desk.sleep(8 * 3_600_000)
  desk.world.control({ do: 'online' })
  await desk.pass(60_000)
  const recorded = await app.until('the digest', told(/fills/))
  expect(noticeOf(recorded, /fills/)).toMatchObject({
    title: '3 fills while you were away',
    body: 'BTCUSDT · Main',
  })
  expect(recorded.notifications.filter(({ title }) => /Bought|fills/.test(title))).toHaveLength(1)
})

test('a refused key is told, counted at the icon, and a click leads to where keys are', async ({ desk }) => {
  const app = await launched(desk)
  const { apiKey } = desk.account('Main')
  desk.world.control({ do: 'key-state', apiKey, state: 'revoked' }, { do: 'drop' })
  await desk.pass(10_000)
  const recorded = await app.until('refused', told(/^Main is not watched any more$/))
  expect(noticeOf(recorded, /^Main/).body.length).toBeGreaterThan(30)
  await app.until('the badge', ({ badge }) => badge === 1)
  await app.clickNotification(noticeOf(recorded, /^Main/).number)
  await expect(frameOf(await app.page()).content).toHaveAccessibleName('Settings')
})

test('a liquidation is told through a pause', async ({ desk }) => {
  const app = await launched(desk)
  await app.clickTrayItem('Pause notices for 1 h')
  desk.world.control({ do: 'liquidate', account: desk.account('Main').id, symbol: 'BTCUSDT' })
  const recorded = await app.until('the liquidation', told(/🚨 Critical · BTCUSDT \(\w+\) was liquidated: 0\.1 at /))
  expect(noticeOf(recorded, / was liquidated/).urgency).toBe('critical')
})

test('the first close of the window says once that the app watches on', async ({ desk }) => {
  const app = await launched(desk)
  await app.closeWindow()
  await app.until('said', told(/^Tidemark keeps watching$/))
  await app.clickTray()
  await app.closeWindow()
  await app.until('gone again', ({ windows }) => windows.every(({ visible }) => !visible))
  expect((await app.recorded()).notifications).toHaveLength(1)
})

test('a notice that Windows takes off the screen still counts, is replaced by the next, and can be clicked', async ({
  desk,
}) => {
  const args = ['--data', desk.data]
  const app = await desk.launch({ args, environment: { TIDEMARK_STAND_IN_PLATFORM: 'win32' } })
  test.skip(app.driver !== 'stand-in' && process.platform !== 'win32', 'Other systems have no such time-out.')
  const frame = frameOf(await app.page())
  await frame.expectTrusted()
  await app.until('the tray is live', ({ tray }) => tray?.toolTip.includes('Live') === true)
  await app.blurWindow()
  await frame.show('Settings')
  buy(desk, '0.013')
  const first = noticeOf(await app.until('the fill', told(/^Bought 0\.013/)), /^Bought/)
  await app.timeOutNotification(first.number)
  await desk.pass(2000)
  buy(desk, '0.017')
  const next = await app.until('the next fill', told(/^Bought 0\.017/))
  expect(next.notifications[first.number - 1]?.state).toBe('closed')
  const second = noticeOf(next, /^Bought 0\.017/)
  expect(second.body).toMatch(/\n.*1/)
  await app.timeOutNotification(second.number)
  await app.clickNotification(second.number)
  await expect(frame.content).toHaveAccessibleName('Account')
})
