import { expect } from '@playwright/test'
import { frameOf } from '../browser/pages/frame.ts'
import { settingsTab } from '../browser/pages/settings.ts'
import { PASSPHRASE } from '../browser/support/house.ts'
import { test } from '../desktop/support/test.ts'
import { leaks } from '../support/leaks.ts'
import { heapOf } from './support/heap.ts'
import { walk } from './support/walk.ts'

const PLANTED = 'planted-where-it-is-kept'

/**
 * Files, log, database, output, frames, pages and all that the system was shown are searched by the house after every
 * desktop test; here the page's memory is, too, and the program is driven through all that has to do with a key.
 */
test('a key that was typed into the app is afterwards nowhere but in the vault', async ({ desk }) => {
  test.slow()
  const app = await desk.launch()
  const page = await app.page()
  const { label, apiKey, apiSecret } = desk.account('Main')
  const settings = settingsTab(page)
  await frameOf(page).show('Settings')
  await settings.enter({ exchange: /bybit/i, label, key: apiKey, secret: `${apiSecret}x` })
  await expect(settings.dialog).toContainText(/refused the signature|signature/)
  await page.keyboard.press('Escape')
  await expect(settings.dialog).toHaveCount(0)
  await settings.enter({ exchange: /bybit/i, label, key: apiKey, secret: apiSecret })
  await expect(settings.dialog).toContainText('Read-only')
  await settings.keep.click()
  await expect(settings.dialog).toHaveCount(0)
  await frameOf(page).expectTrusted()
  desk.world.control({ do: 'trade', account: 'bybit', symbol: 'BTCUSDT', side: 'sell', quantity: '0.01' })
  await app.until('a notice of the fill', ({ notifications }) => notifications.length > 0)
  await walk(page)

  await page.evaluate((planted) => Object.assign(window, { planted }), PLANTED)
  const heap = await heapOf(page)
  expect(leaks([PLANTED], [heap])).toEqual([heap.name])
  expect(leaks([PASSPHRASE], [heap])).toEqual([])
  expect(leaks([apiSecret], [heap])).toEqual([])
  expect(leaks([apiKey], [heap])).toEqual([])
})
