import { expect, type Page } from '@playwright/test'
import { frameOf } from '../browser/pages/frame.ts'
import { axe, cut, sideways } from '../support/layout.ts'
import { test } from './support/update-test.ts'

const LANGUAGES = ['en', 'ru', 'bg'] as const

/** Heights of the two columns of cards, in pixels. */
const columns = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.settings-tab > .column')].map((column) =>
      [...column.children].reduce((sum, card) => sum + card.getBoundingClientRect().height, 0),
    ),
  )

test('the cards of the desktop app fit, in every language, and are clean for axe', async ({ updating: { find } }) => {
  const { app } = await find()
  const page = await app.page()
  await page.getByRole('checkbox', { name: 'Quiet hours' }).click()
  await page.getByRole('button', { name: 'Pause for an hour' }).click()
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('22:00')
  for (const language of LANGUAGES) {
    await page.locator('select').filter({ hasText: 'Русский' }).selectOption(language)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const [width, height] of [
      [800, 600],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height })
      const where = `${language} at ${width} × ${height}`
      expect(await page.evaluate(sideways), where).toEqual([])
      expect(await page.evaluate(cut), where).toEqual([])
    }
  }
  const [left = 0, right = 0] = await columns(page)
  expect(Math.abs(left - right) / Math.max(left, right), `columns of ${left} and ${right} px`).toBeLessThan(0.4)
  expect(await axe(page)).toEqual([])
})

test('start-up, notifications and quiet hours are set by keyboard and kept', async ({ updating: { launch } }) => {
  const { app } = await launch()
  const page = await app.page()
  const tray = page.getByLabel('Keep watching in the tray when the window is closed')
  await expect(tray).toBeChecked()
  await tray.press('Space')
  await page.getByRole('radiogroup', { name: 'Fills' }).getByRole('radio', { name: 'Silent' }).press('Enter')
  await page.getByRole('checkbox', { name: 'Quiet hours' }).press('Space')
  const from = page.getByLabel('From', { exact: true })
  await from.fill('21:45')
  await expect(from).toHaveValue('21:45')
  await from.blur()
  await expect(from).toHaveValue('21:45')
  await app.quit()

  const again = await launch()
  const kept = await again.app.page()
  await frameOf(kept).show('Settings')
  await expect(kept.getByLabel('Keep watching in the tray when the window is closed')).not.toBeChecked()
  await expect(kept.getByRole('radiogroup', { name: 'Fills' }).getByRole('radio', { name: 'Silent' })).toBeChecked()
  await expect(kept.getByLabel('From', { exact: true })).toHaveValue('21:45')
  await expect(kept.getByLabel('To', { exact: true })).toHaveValue('07:00')
})
