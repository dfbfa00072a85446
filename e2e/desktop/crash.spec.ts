import { expect } from '@playwright/test'
import { frameOf } from '../browser/pages/frame.ts'
import { settingsTab } from '../browser/pages/settings.ts'
import type { DesktopApp } from './desktop-app.ts'
import type { Recorded } from './stand-in/protocol.ts'
import { test } from './support/test.ts'

const newestOf = ({ windows }: Recorded): number => windows.at(-1)?.window ?? 0

/** Crashes the page and waits for the window that takes its place. */
async function crashAndWait(app: DesktopApp): Promise<void> {
  const before = newestOf(await app.recorded())
  await app.crashPage()
  await app.until('another window', (recorded) => newestOf(recorded) > before && recorded.windows.length === 1)
}

test('a page that crashes comes back where it was, live', async ({ desk }) => {
  test.slow()
  const app = await desk.launch({ network: 'none' })
  const frame = frameOf(await app.page())
  await frame.expectTrusted()
  await frame.show('System')
  const bounds = { x: 60, y: 50, width: 1100, height: 720 }
  await app.moveWindow(bounds)
  await crashAndWait(app)
  const again = frameOf(await app.page())
  await expect(again.content).toHaveAccessibleName('System')
  await again.expectTrusted()
  const { windows } = await app.until('it is shown', (recorded) => recorded.windows.some(({ visible }) => visible))
  expect(windows[0]?.bounds).toEqual(bounds)
  expect(app.said()).toMatch(/The page ended/)
})

test('a page that crashes again and again is left to the user', async ({ desk }) => {
  test.slow()
  const app = await desk.launch({ network: 'none' })
  await app.page()
  for (let crash = 0; crash < 3; crash += 1) {
    await crashAndWait(app)
    await app.page()
  }
  await app.crashPage()
  const asked = await app.until('a question', ({ dialogs }) => dialogs.length === 1)
  expect(asked.dialogs[0]?.text).toMatch(/crashed several times within a minute/)
  await app.answerDialog(0)
  await app.until('another window', (recorded) => newestOf(recorded) > newestOf(asked))
  await frameOf(await app.page()).expectTrusted()
})

test('a crash of a process beside the page leaves the page as it is, and what is half typed in it', async ({
  desk,
}) => {
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  const frame = frameOf(page)
  await frame.show('Settings')
  await page.getByRole('main', { name: 'Settings' }).getByRole('button', { name: 'Add account' }).click()
  const field = settingsTab(page).dialog.getByLabel('Name')
  await field.fill('half typed')
  await app.crashChild('GPU')
  await expect.poll(app.said).toMatch(/A helper process ended/)
  await desk.pass(2000)
  await expect(field).toHaveValue('half typed')
  expect((await app.recorded()).windows).toHaveLength(1)
})

test('a crash while the window is hidden shows nothing, and the page is there when it is asked for', async ({
  desk,
}) => {
  const app = await desk.launch({ network: 'none' })
  await app.page()
  await app.closeWindow()
  await app.until('it is hidden', ({ windows }) => windows.every(({ visible }) => !visible))
  await crashAndWait(app)
  expect((await app.recorded()).windows.some(({ visible }) => visible)).toBe(false)
  await app.clickTray()
  await frameOf(await app.page()).expectTrusted()
})
