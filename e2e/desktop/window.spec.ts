import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { frameOf } from '../browser/pages/frame.ts'
import type { DesktopApp } from './desktop-app.ts'
import type { Bounds, Display, Recorded, RecordedWindow } from './stand-in/protocol.ts'
import { test } from './support/test.ts'

const LEFT: Display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 }, scaleFactor: 1 }
const RIGHT: Display = { id: 2, workArea: { x: 1920, y: 0, width: 2560, height: 1400 }, scaleFactor: 1 }

const isShown = ({ windows }: Recorded): boolean => windows.some(({ visible }) => visible)
const isHidden = ({ windows, tray }: Recorded): boolean => tray !== null && windows.every(({ visible }) => !visible)
const windowOf = ({ windows }: Recorded): RecordedWindow | undefined => windows.at(-1)
const standsAt =
  (bounds: Bounds) =>
  (recorded: Recorded): boolean =>
    isShown(recorded) && JSON.stringify(windowOf(recorded)?.bounds) === JSON.stringify(bounds)
const saidInTray = ({ notifications }: Recorded): number =>
  notifications.filter(({ body }) => body.includes('Tidemark keeps watching in the tray')).length

async function shown(app: DesktopApp): Promise<Recorded> {
  await app.page()
  return app.until('the window is shown', isShown)
}

test.describe('the window', () => {
  test('opens in the middle, and then where it was left, at the zoom it was left at', async ({ desk }) => {
    test.slow()
    const bounds = { x: 100, y: 80, width: 1200, height: 760 }
    const first = await desk.launch({ network: 'none' })
    expect(windowOf(await shown(first))).toMatchObject({
      bounds: { x: 240, y: 70, width: 1440, height: 900 },
      zoom: 1,
      focused: true,
    })
    await first.moveWindow(bounds)
    await first.clickMenuItem('View', 'Zoom In')
    await first.clickMenuItem('View', 'Zoom In')
    await first.until('it is zoomed', (recorded) => windowOf(recorded)?.zoom === 1.25)
    await first.quit()

    const second = await desk.launch({ network: 'none' })
    await second.page()
    const again = await second.until('it stands where it was left', standsAt(bounds))
    expect(windowOf(again)).toMatchObject({ zoom: 1.25, maximised: false })
    await second.clickMenuItem('View', 'Actual Size')
    await second.until('it is its own size', (recorded) => windowOf(recorded)?.zoom === 1)
  })

  test('comes back from a display that is gone, at the next start and while it is hidden', async ({ desk }) => {
    test.slow()
    const far = { x: 3000, y: 300, width: 1000, height: 700 }
    const near = { x: 920, y: 300, width: 1000, height: 700 }
    const first = await desk.launch({ network: 'none' })
    await shown(first)
    await first.displays([LEFT, RIGHT])
    await first.moveWindow(far)
    await first.until('it is on the right', standsAt(far))
    await first.quit()

    const second = await desk.launch({ network: 'none' })
    await second.page()
    await second.until('it is on the display there is', standsAt(near))
    await second.displays([LEFT, RIGHT])
    await second.moveWindow(far)
    await second.closeWindow()
    await second.until('it is hidden', isHidden)
    await second.displays([LEFT])
    await second.clickTray()
    await second.until('it is back on the display there is', standsAt(near))
  })

  test('closed, it goes on in the tray, says so once, and is back as it was', async ({ desk }) => {
    const app = await desk.launch({ network: 'none' })
    const page = await app.page()
    await frameOf(page).show('System')
    await app.closeWindow()
    await app.until('it is hidden and said why', (recorded) => isHidden(recorded) && saidInTray(recorded) === 1)
    await app.clickTray()
    await app.until('it is back', isShown)
    expect(await app.page()).toBe(page)
    await expect(frameOf(page).content).toHaveAccessibleName('System')
    await app.closeWindow()
    const recorded = await app.until('it is hidden again', isHidden)
    expect(saidInTray(recorded)).toBe(1)
  })

  test('is shown by a second launch, whose arguments count for nothing, and from the dock', async ({ desk }) => {
    const app = await desk.launch({ network: 'none' })
    await shown(app)
    await app.closeWindow()
    await app.until('it is hidden', isHidden)
    await app.secondLaunch('--hidden', '--data', '/elsewhere', 'https://evil.example')
    const recorded = await app.until('it is in front', ({ windows }) => windows.some(({ focused }) => focused))
    expect([recorded.windows.length, recorded.opened]).toEqual([1, []])
    await app.closeWindow()
    await app.until('it is hidden again', isHidden)
    await app.activate()
    await app.until('it is shown from the dock', isShown)
  })
})

test('started hidden, it shows its tray icon alone until it is asked for', async ({ desk }) => {
  const app = await desk.launch({ network: 'none', args: ['--hidden'] })
  await expect.poll(async () => (await app.recorded()).tray?.toolTip, { timeout: 60_000 }).toContain('Live')
  expect((await app.recorded()).windows).toEqual([])
  await app.clickTrayItem('Show Tidemark')
  await frameOf(await app.page()).expectTrusted()
  await app.until('the window is in front', ({ windows }) => windows.some(({ focused }) => focused))
})

test('quitting keeps what was chosen, ends the process and leaves nothing half written', async ({ desk }) => {
  test.slow()
  const first = await desk.launch({ network: 'none' })
  const frame = frameOf(await first.page())
  await frame.privacy.click()
  await expect(frame.privacy).toHaveAccessibleName('Show amounts')
  await first.moveWindow({ x: 10, y: 20, width: 900, height: 650 })
  await first.clickMenuItem('File', 'Quit Tidemark')
  expect(await first.ended).toBe(0)
  const kept = JSON.parse(readFileSync(join(desk.data, 'desktop.json'), 'utf8'))
  expect(kept.window).toMatchObject({ bounds: { x: 10, y: 20, width: 900, height: 650 }, zoom: 1 })

  const second = await desk.launch({ network: 'none' })
  await expect(frameOf(await second.page()).privacy).toHaveAccessibleName('Show amounts')
})

test('with --demo nothing of the live side is opened or can be', async ({ desk }) => {
  const app = await desk.launch({ network: 'none', args: ['--demo', '--data', join(desk.folder, 'elsewhere')] })
  const page = await app.page()
  await expect(frameOf(page).badges).toHaveText(['DEMO'])
  await app.quit()
  expect(() => readFileSync(join(desk.folder, 'elsewhere', 'live', 'tidemark.db'))).toThrow('ENOENT')
  expect(readFileSync(join(desk.folder, 'elsewhere', 'demo', 'tidemark.db')).length).toBeGreaterThan(0)
})
