import { expect, type Page } from '@playwright/test'
import { alertsTab } from './pages/alerts.ts'
import { frameOf } from './pages/frame.ts'
import type { Stage } from './support/stage.ts'
import { test } from './support/test.ts'

declare global {
  interface Window {
    /** Titles of the notices this page has made. */
    noticed: string[]
    /** Clicks the newest notice, as the user would in the system's list of them. */
    clickNotice(): void
  }
}

/** Writes down the notices a page makes; they are the browser's own all the same. */
async function listenForNotices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = window.Notification
    window.noticed = []
    window.Notification = new Proxy(Real, {
      construct: (target, [title, options]: [string, NotificationOptions]) => {
        const notice = new target(title, options)
        window.noticed.push(title)
        window.clickNotice = () => void notice.dispatchEvent(new Event('click'))
        return notice
      },
    })
  })
}

async function fire(stage: Stage, page: Page): Promise<void> {
  await alertsTab(page).makePriceRule({ symbol: 'BTCUSDT', price: '97000' })
  await expect(alertsTab(page).rule('97,000')).toContainText('watching')
  stage.world.control({ do: 'price', symbol: 'BTCUSDT', last: '97100', mark: '97100' })
}

test.beforeEach(async ({ page }) => listenForNotices(page))

test('an alert is shown by one of the pages that are open, and a click leads to its place', async ({
  stage,
  page,
  context,
}) => {
  await context.grantPermissions(['notifications'])
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).show('Alerts')
  const second = await context.newPage()
  await listenForNotices(second)
  await second.goto(stage.address())
  await frameOf(second).expectTrusted()

  await fire(stage, page)
  const delivery = alertsTab(page)
    .alert(/BTCUSDT \(\w+\) rose/)
    .locator('.delivery')
  await expect(delivery).toContainText(/delivered \d/)
  const noticed = async () => [
    ...(await page.evaluate(() => window.noticed)),
    ...(await second.evaluate(() => window.noticed)),
  ]
  await expect.poll(noticed).toHaveLength(1)
  const shower = (await page.evaluate(() => window.noticed.length)) === 1 ? page : second
  await shower.evaluate(() => window.clickNotice())
  await expect(frameOf(shower).content).toHaveAccessibleName('Markets')
  expect(await noticed()).toHaveLength(1)
  await second.close()
})

test('a browser that may show nothing is named as the reason', async ({ stage, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window.Notification, 'permission', { get: () => 'denied' })
  })
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).show('Alerts')
  await expect(alertsTab(page).channel('This browser')).toContainText('does not let Tidemark show notices')
  await fire(stage, page)
  const delivery = alertsTab(page)
    .alert(/BTCUSDT \(\w+\) rose/)
    .locator('.delivery')
  await expect(delivery).toContainText('failed')
  await expect(delivery).toContainText('The browser does not let Tidemark show notices.')
  expect(await page.evaluate(() => window.noticed)).toEqual([])
})
