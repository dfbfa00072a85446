import { expect, type Page } from '@playwright/test'
import { frameOf } from './pages/frame.ts'
import type { Stage } from './support/stage.ts'
import { test } from './support/test.ts'

const handles = (page: Page) => page.getByRole('spinbutton', { name: 'Price of the alert' })
const chips = (page: Page) => page.getByRole('group', { name: /^Price alerts/ }).getByRole('listitem')
const priceOf = async (page: Page): Promise<number> => Number((await chips(page).innerText()).replace(/[^\d.]/g, ''))

async function begin(stage: Stage, page: Page): Promise<void> {
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).show('Markets')
  await expect(page.getByRole('application').locator('canvas').first()).toBeVisible()
  // A candle with a body, so that the chart has some height.
  for (const price of ['95900', '96900', '96400']) {
    stage.world.control({ do: 'price', symbol: 'BTCUSDT', last: price, mark: price })
    const written = Number(price).toLocaleString('en')
    await expect(page.getByRole('group', { name: 'Watchlist' })).toContainText(written)
  }
}

/** At the price the form offers, which is in sight: the mark price. */
async function addByKeys(page: Page): Promise<void> {
  await page.getByRole('application').focus()
  await page.keyboard.press('a')
  await page.getByRole('textbox', { name: 'Price of the alert' }).press('Enter')
  await expect(handles(page)).toHaveCount(1)
}

async function dragUp(page: Page): Promise<void> {
  await handles(page).hover()
  const box = (await handles(page).boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.down()
  await page.mouse.move(x, y - 20, { steps: 4 })
  await page.mouse.move(x, y - 37, { steps: 4 })
  await page.mouse.up()
}

test('an alert is dragged along the chart and kept at a price the contract can have', async ({ stage, page }) => {
  await begin(stage, page)
  await addByKeys(page)
  const before = await priceOf(page)
  // The chart may scale itself anew as it is taken hold of, and the hand then misses.
  await expect(async () => {
    await dragUp(page)
    await expect.poll(() => priceOf(page), { timeout: 2_000 }).toBeGreaterThan(before)
  }).toPass()
  const after = await priceOf(page)
  expect(Math.abs(after * 10 - Math.round(after * 10))).toBeLessThan(1e-6)
  await frameOf(page).show('Alerts')
  const price = after.toLocaleString('en', { maximumFractionDigits: 1 })
  const said = new RegExp(`When BTCUSDT \\(\\w+\\) crosses ${price} in either direction`)
  await expect(page.locator('.rule').filter({ hasText: said })).toHaveCount(1)
})

test('an alert is moved, put back and removed by keys alone', async ({ stage, page }) => {
  await begin(stage, page)
  await addByKeys(page)
  const before = await priceOf(page)
  await handles(page).focus()
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => priceOf(page)).toBeCloseTo(before + 0.9, 6)
  await page.keyboard.press('PageDown')
  await expect.poll(() => priceOf(page)).toBeCloseTo(before - 9.1, 6)
  await page.keyboard.press('Escape')
  await expect.poll(() => priceOf(page)).toBeCloseTo(before + 0.9, 6)
  await page.keyboard.press('Delete')
  await expect(handles(page)).toHaveCount(0)
})

test('a right click adds an alert at the price under the pointer', async ({ stage, page }) => {
  await begin(stage, page)
  const box = (await page.getByRole('application').boundingBox())!
  await page.mouse.click(box.x + 60, box.y + box.height / 2, { button: 'right' })
  const item = page.getByRole('menuitem', { name: /^Add an alert at/ })
  const price = /[\d,.]+$/.exec(await item.innerText())![0]
  await item.click()
  await expect(chips(page)).toContainText(price)
  await chips(page)
    .getByRole('button', { name: `Remove the alert at ${price}` })
    .click()
  await expect(chips(page)).toHaveCount(0)
})
