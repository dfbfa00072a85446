import { expect } from '@playwright/test'
import { axe, cut, sideways } from '../support/layout.ts'
import { accountTab } from './pages/account.ts'
import { frameOf, TAB_NAMES } from './pages/frame.ts'
import { settingsTab } from './pages/settings.ts'
import { test } from './support/test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('every tab is clean for axe', async ({ stage, page }) => {
      test.slow()
      const frame = frameOf(page)
      await stage.open()
      await frame.expectTrusted()
      await expect(accountTab(page).rows('Fills')).toHaveCount(3)
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      for (const name of TAB_NAMES) {
        await frame.show(name)
        expect(await axe(page), name).toEqual([])
      }
      await frame.pill.click()
      expect(await axe(page), 'connections').toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await expect(frame.palette).toBeVisible()
      expect(await axe(page), 'palette').toEqual([])
    })
  })
}

for (const size of [
  { width: 800, height: 600 },
  { width: 1440, height: 900 },
]) {
  test.describe(`at ${size.width} × ${size.height}`, () => {
    test.use({ viewport: size })

    test('nothing scrolls sideways and nothing is cut', async ({ stage, page }) => {
      const frame = frameOf(page)
      await stage.open()
      await frame.expectTrusted()
      for (const name of TAB_NAMES) {
        await frame.show(name)
        expect(await page.evaluate(sideways), name).toEqual([])
        expect(await page.evaluate(cut), name).toEqual([])
      }
      for (const button of await page.getByRole('banner').getByRole('button').all())
        await expect(button).toBeInViewport({ ratio: 1 })
      for (const name of TAB_NAMES) await expect(frame.tab(name)).toBeInViewport({ ratio: 1 })
    })
  })
}

test('speaks three languages, numbers and all, and remembers which', async ({ stage, page }) => {
  await stage.open()
  await frameOf(page).expectTrusted()
  await frameOf(page).show('Settings')
  const language = settingsTab(page).language
  await language.selectOption('ru')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.getByRole('navigation').getByRole('button').first()).toContainText('Счёт')
  await stage.restart()
  await expect(page.getByRole('main')).toHaveAccessibleName('Счёт')
  await expect(page.locator('.cards')).toContainText(/\d\s\d{3},\d\d/)
  await expect(page.getByRole('banner')).toContainText('СВОЙ ХОСТ')

  await page.keyboard.press('Control+5')
  await page.locator('select').filter({ hasText: 'Български' }).selectOption('bg')
  await expect(page.locator('html')).toHaveAttribute('lang', 'bg')
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('main')).toHaveAccessibleName('Сметка')
  await expect(page.getByRole('main')).not.toContainText(/Positions|Wallet|Fills|Позиция/)
})

test('the theme is switched by its button and kept', async ({ stage, page }) => {
  await stage.open()
  await frameOf(page).expectTrusted()
  const before = await page.locator('html').getAttribute('data-theme')
  await frameOf(page).theme.click()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', before ?? '')
  const chosen = await page.locator('html').getAttribute('data-theme')
  await stage.restart()
  await expect(page.locator('html')).toHaveAttribute('data-theme', chosen ?? '')
})
