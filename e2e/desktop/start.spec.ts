import { expect } from '@playwright/test'
import { accountTab } from '../browser/pages/account.ts'
import { frameOf } from '../browser/pages/frame.ts'
import { test } from './support/test.ts'

test('with no key and no network the whole demo is live, and says what it is', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  const frame = frameOf(page)
  await frame.expectTrusted()
  await expect(frame.badges).toHaveText(['DEMO'])
  await expect(accountTab(page).rows('Positions').first()).toBeVisible()
})

test('a page has its link to the engine and nothing else of the desktop', async ({ desk }) => {
  const app = await desk.launch()
  const page = await app.page()
  const names = ['process', 'require', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', 'engineLink']
  const found = await page.evaluate((all) => all.filter((name) => name in window), names)
  expect(found).toEqual(['engineLink'])
  expect(await page.evaluate(() => Object.keys(window.engineLink ?? {}).sort())).toEqual([
    'close',
    'onClose',
    'onText',
    'send',
  ])
  expect(await page.evaluate(() => location.origin === 'null' || location.hostname.length > 0)).toBe(true)
})
