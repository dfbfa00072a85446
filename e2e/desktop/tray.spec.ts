import { expect } from '@playwright/test'
import { accountTab } from '../browser/pages/account.ts'
import { frameOf } from '../browser/pages/frame.ts'
import type { DesktopApp } from './desktop-app.ts'
import type { Recorded } from './stand-in/protocol.ts'
import { test } from './support/test.ts'

const imageIs =
  (image: string) =>
  ({ tray }: Recorded): boolean =>
    tray?.image.endsWith(`tray-${image}.png`) === true

const labelsOf = ({ tray }: Recorded): readonly string[] =>
  tray?.items.filter(({ type }) => type !== 'separator').map(({ label }) => label) ?? []

async function liveTray(app: DesktopApp): Promise<Recorded> {
  await frameOf(await app.page()).expectTrusted()
  return app.until('the tray is live', (recorded) => imageIs('live')(recorded) && labelsOf(recorded).some(isLive))
}

const isLive = (label: string): boolean => label.endsWith(': live, heard just now')

test.describe('with accounts', () => {
  test.use({ begin: 'accounts' })

  test('the tray tells equity and today, and has a line for each account', async ({ desk }) => {
    const app = await desk.launch()
    await liveTray(app)
    const told = /^Tidemark · Live\nEquity [\d,]+\.\d\d USD\nToday [+−]?[\d,.]+ USD/
    // What was earned today is known a moment after the accounts are live.
    const recorded = await app.until('equity and today', ({ tray }) => told.test(tray?.toolTip ?? ''))
    expect(labelsOf(recorded)).toEqual([
      'Show Tidemark',
      'Main: live, heard just now',
      'Second: live, heard just now',
      'Pause notices for 1 h',
      'Diagnostics',
      'Quit Tidemark',
    ])
  })

  test('is stale when one account of several is not heard', async ({ desk }) => {
    const app = await desk.launch()
    await liveTray(app)
    const lines = { venue: 'bybit', stream: 'private' }
    desk.world.control({ do: 'silence', lines, heartbeats: 'unanswered', reach: 'also-new' }, { do: 'drop', lines })
    const stale = await app.until('the tray is stale', imageIs('stale'))
    expect(stale.tray?.toolTip).toMatch(/^Tidemark · Stale\n/)
    expect(labelsOf(stale)).toContain('Second: live, heard just now')
  })

  test('is offline when nothing is heard, tells for how long, and is live again', async ({ desk }) => {
    const app = await desk.launch()
    await liveTray(app)
    desk.world.control({ do: 'offline' })
    const offline = await app.until('the tray is offline', imageIs('offline'))
    expect(offline.tray?.toolTip).toMatch(/^Tidemark · Offline\n/)
    await desk.pass(200_000)
    await app.until('the menu tells for how long', (recorded) =>
      labelsOf(recorded).some((label) => /^Main: offline, heard \d minutes ago$/.test(label)),
    )
    desk.world.control({ do: 'online' })
    await desk.pass(40_000)
    await app.until('the tray is live again', imageIs('live'))
  })

  test('hidden amounts are hidden in the tooltip', async ({ desk }) => {
    const app = await desk.launch()
    await liveTray(app)
    await frameOf(await app.page()).privacy.click()
    const hidden = await app.until('dots', ({ tray }) => tray?.toolTip.includes('Equity •••••• USD') === true)
    expect(hidden.tray?.toolTip.replace(/\([^)]*%\)/, '')).not.toMatch(/\d/)
  })

  test('a line leads to its account, and diagnostics to the system', async ({ desk }) => {
    const app = await desk.launch()
    const page = await app.page()
    const frame = frameOf(page)
    await liveTray(app)
    await app.closeWindow()
    await app.until('the window is gone', ({ windows }) => windows.every(({ visible }) => !visible))
    await app.clickTrayItem('Diagnostics')
    await app.until('the window is back', ({ windows }) => windows.some(({ visible }) => visible))
    await expect(frame.content).toHaveAccessibleName('System')
    await app.clickTrayItem('Second: live, heard just now')
    await expect(frame.content).toHaveAccessibleName('Account')
    await expect(accountTab(page).rows('Positions')).toHaveCount(1)
  })

  test('quits', async ({ desk }) => {
    const app = await desk.launch()
    await liveTray(app)
    await app.clickTrayItem('Quit Tidemark')
    expect(await app.ended).toBe(0)
  })
})

test('in the demo the tooltip says so before anything else', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  const { tray } = await liveTray(app)
  expect(tray?.toolTip).toMatch(/^DEMO · Tidemark · Live\nEquity [\d,]+\.\d\d USD/)
})

test('a click on the icon brings the window back', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  await app.page()
  await app.closeWindow()
  await app.until('the window is gone', ({ windows }) => windows.every(({ visible }) => !visible))
  await app.clickTray()
  await app.until('the window is back', ({ windows }) => windows.some(({ visible, focused }) => visible && focused))
})
