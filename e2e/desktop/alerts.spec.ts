import { expect } from '@playwright/test'
import { alertsTab } from '../browser/pages/alerts.ts'
import { frameOf } from '../browser/pages/frame.ts'
import type { DesktopApp } from './desktop-app.ts'
import type { Recorded, RecordedNotification } from './stand-in/protocol.ts'
import type { Desk } from './support/desk.ts'
import { test } from './support/test.ts'

test.use({ begin: 'accounts' })

const RISE = /BTCUSDT \(\w+\) rose/

const told =
  (pattern: RegExp) =>
  ({ notifications }: Recorded): boolean =>
    notifications.some(({ title }) => pattern.test(title))

const isAlarmed = ({ tray }: Recorded): boolean => tray?.image.endsWith('tray-alarm.png') === true
const isCalm = (recorded: Recorded): boolean => recorded.tray !== null && !isAlarmed(recorded)

async function noticeOf(app: DesktopApp, pattern: RegExp): Promise<RecordedNotification> {
  const { notifications } = await app.until(String(pattern), told(pattern))
  const found = notifications.findLast(({ title }) => pattern.test(title))
  if (found === undefined) throw new Error(`No notice is called ${String(pattern)}`)
  return found
}

/** The app, live, with its Alerts tab shown. */
async function launched(desk: Desk): Promise<DesktopApp> {
  const app = await desk.launch()
  const frame = frameOf(await app.page())
  await frame.expectTrusted()
  await frame.show('Alerts')
  return app
}

const move = (desk: Desk, price: string): void =>
  void desk.world.control({ do: 'price', symbol: 'BTCUSDT', last: price, mark: price })

test('a rule about a price is told by the system, and a click on it leads to its contract', async ({ desk }) => {
  const app = await launched(desk)
  const page = await app.page()
  const alerts = alertsTab(page)
  await alerts.makePriceRule({ symbol: 'BTCUSDT', price: '97000' })
  await expect(alerts.rule('97,000')).toContainText('watching')
  await app.blurWindow()
  move(desk, '97001')
  const notice = await noticeOf(app, /^⚠️ Warning · BTCUSDT \(\w+\) rose to 97,000 or above\.$/)
  expect(notice.body).toMatch(/^Now 97,001\.\nAt /)
  expect(notice).toMatchObject({ silent: false, urgency: 'normal', state: 'shown' })
  await expect(alerts.alert(RISE).locator('.delivery')).toContainText('This computer')
  await app.clickNotification(notice.number)
  await expect(frameOf(page).content).toHaveAccessibleName('Markets')
  await app.until('the window is in front', ({ windows }) => windows.some(({ focused }) => focused))
  expect((await app.recorded()).notifications.filter(({ title }) => RISE.test(title))).toHaveLength(1)
})

test('a critical one alarms the tray until it is acknowledged', async ({ desk }) => {
  const app = await launched(desk)
  await app.until('the tray is calm', isCalm)
  desk.world.control({ do: 'liquidate', account: desk.account('Main').id, symbol: 'BTCUSDT' })
  const notice = await noticeOf(app, /^🚨 Critical · BTCUSDT \(\w+\) was liquidated: 0\.1 at /)
  expect(notice).toMatchObject({ urgency: 'critical', silent: false })
  const { tray, notifications } = await app.until('the tray is alarmed', isAlarmed)
  expect(tray?.toolTip).toMatch(/^Tidemark · Alarm\n/)
  // The liquidation is a fill too, and is told of once.
  expect(notifications.filter(({ title }) => /liquidated|Bought|Sold/i.test(title))).toHaveLength(1)
  const alert = alertsTab(await app.page()).alert('was liquidated')
  await alert.getByRole('button', { name: 'Acknowledge' }).click()
  await app.until('the tray is calm again', isCalm)
})

test('the test of this computer’s notices shows one, whose click leads to the alerts', async ({ desk }) => {
  const app = await launched(desk)
  const page = await app.page()
  const alerts = alertsTab(page)
  await alerts.test('This computer')
  const notice = await noticeOf(app, /can reach you here/)
  await expect(alerts.said('This computer')).toContainText(/arrived|delivered|shown|sent/i)
  await frameOf(page).show('Account')
  await app.clickNotification(notice.number)
  await expect(frameOf(page).content).toHaveAccessibleName('Alerts')
})

test('alerts that may not be shown say so beside the alert', async ({ desk }) => {
  const app = await launched(desk)
  const page = await app.page()
  const frame = frameOf(page)
  await frame.show('Settings')
  const kind = page.getByRole('radiogroup', { name: 'Alerts', exact: true })
  await kind.getByRole('radio', { name: 'Off' }).click()
  await expect(kind.getByRole('radio', { name: 'Off' })).toBeChecked()
  await frame.show('Alerts')
  const alerts = alertsTab(page)
  await alerts.makePriceRule({ symbol: 'BTCUSDT', price: '97000' })
  await expect(alerts.rule('97,000')).toContainText('watching')
  move(desk, '97001')
  await expect(alerts.alert(RISE)).toContainText('Notifications of alerts are switched off for this computer.')
  expect((await app.recorded()).notifications.filter(({ title }) => RISE.test(title))).toEqual([])
})
