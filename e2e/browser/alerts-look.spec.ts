import { expect, type Page } from '@playwright/test'
import { axe, cut, sideways } from '../support/layout.ts'
import { alertsTab } from './pages/alerts.ts'
import { frameOf } from './pages/frame.ts'
import { settingsTab } from './pages/settings.ts'
import type { Stage } from './support/stage.ts'
import { test } from './support/test.ts'

/** A page with an alert, its deliveries and a rule of the user's. */
async function begin(stage: Stage, page: Page): Promise<void> {
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).show('Alerts')
  await alertsTab(page).makePriceRule({ symbol: 'BTCUSDT', price: '97000' })
  stage.world.control({ do: 'price', symbol: 'BTCUSDT', last: '97100', mark: '97100' })
  await expect(
    alertsTab(page)
      .alert(/BTCUSDT \(\w+\) rose/)
      .locator('.delivery'),
  ).toHaveCount(1)
}

async function expectFits(page: Page, what: string): Promise<void> {
  expect(await page.evaluate(sideways), what).toEqual([])
  expect(await page.evaluate(cut), what).toEqual([])
}

/** In the page: what of an open dialog stands outside of it, or is wider than it is. */
function outside(): readonly string[] {
  const dialog = document.querySelector('dialog[open]')!
  const edge = dialog.getBoundingClientRect()
  const wide = dialog.scrollWidth > dialog.clientWidth ? ['the dialog'] : []
  const over = [...dialog.querySelectorAll('input, select, button, p')].filter((element) => {
    const box = element.getBoundingClientRect()
    return box.width > 0 && (box.left < edge.left || box.right > edge.right)
  })
  return [...wide, ...over.map((element) => element.outerHTML.slice(0, 80))]
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('alerts, rules and forms are clean for axe', async ({ stage, page }) => {
      test.slow()
      const { builder, channelForm } = alertsTab(page)
      await begin(stage, page)
      expect(await axe(page), 'the tab').toEqual([])
      await page.getByRole('button', { name: 'Add a rule' }).click()
      await builder.getByText('More').click()
      await builder.getByRole('button', { name: 'Save rule' }).click()
      expect(await axe(page), 'the builder').toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Add a channel' }).click()
      for (const kind of ['Telegram', 'Email', 'Webhook']) {
        await channelForm.getByLabel('Where to').selectOption({ label: kind })
        expect(await axe(page), kind).toEqual([])
      }
      await page.keyboard.press('Escape')
      await frameOf(page).show('Markets')
      await expect(page.getByRole('group', { name: /^Price alerts/ }).getByRole('listitem')).toHaveCount(1)
      expect(await axe(page), 'the chart').toEqual([])
    })
  })
}

for (const size of [
  { width: 800, height: 600 },
  { width: 1440, height: 900 },
]) {
  test.describe(`at ${size.width} × ${size.height}`, () => {
    test.use({ viewport: size })

    test('alerts and forms fit in every language', async ({ stage, page }) => {
      test.slow()
      await begin(stage, page)
      for (const language of ['en', 'ru', 'bg']) {
        await page.keyboard.press('Control+5')
        await settingsTab(page)
          .language.or(page.locator('select').filter({ hasText: 'Русский' }))
          .first()
          .selectOption(language)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await page.keyboard.press('Control+2')
        await expectFits(page, `the chart in ${language}`)
        await page.keyboard.press('Control+3')
        await expectFits(page, `the tab in ${language}`)
        await page.locator('.alert-rules > header button').click()
        await page.locator('.more-fields summary').click()
        expect(await page.evaluate(outside), `the builder in ${language}`).toEqual([])
        await page.keyboard.press('Escape')
        await page.locator('.card:has(.channels) > header button').click()
        for (const kind of ['telegram', 'email', 'webhook']) {
          await page.locator('dialog select').first().selectOption(kind)
          expect(await page.evaluate(outside), `${kind} in ${language}`).toEqual([])
        }
        await page.keyboard.press('Escape')
      }
    })
  })
}
