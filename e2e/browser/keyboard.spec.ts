import { expect, type Page } from '@playwright/test'
import { accountTab } from './pages/account.ts'
import { frameOf, TAB_NAMES } from './pages/frame.ts'
import { test } from './support/test.ts'

test('tabs, palette and help need no mouse', async ({ stage, page }) => {
  const frame = frameOf(page)
  await stage.open()
  await frame.expectTrusted()
  for (const [index, name] of TAB_NAMES.entries()) {
    await page.keyboard.press(`Control+${index + 1}`)
    await expect(frame.content).toHaveAccessibleName(name)
    await expect(frame.tab(name)).toHaveAttribute('aria-current', 'page')
  }
  await page.keyboard.press('Control+k')
  await expect(frame.palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('second')
  await page.keyboard.press('Enter')
  await expect(frame.palette).toHaveCount(0)
  await expect(frame.content).toHaveAccessibleName('Account')
  await expect(page.getByRole('combobox', { name: 'Account shown' }).locator('option:checked')).toHaveText('Second')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('no such thing')
  await expect(frame.palette).toContainText('Nothing of that name.')
  await page.keyboard.press('Escape')
  await expect(frame.palette).toHaveCount(0)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+.')
  await expect(accountTab(page).card('Equity')).toHaveText('••••••')
})

test('a table is reached and sorted by keys alone, and the focus is always seen', async ({ stage, page }) => {
  const tab = accountTab(page)
  await stage.open()
  await frameOf(page).expectTrusted()
  await expect(tab.rows('Positions')).toHaveCount(3)
  const head = tab.table('Positions').getByRole('columnheader', { name: 'Symbol' })
  await walkTo(page, 'Symbol', 'Positions')
  await page.keyboard.press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  const order = await symbols(page)
  expect(order).toEqual([...order].sort().reverse())
  await page.keyboard.press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  expect(await symbols(page)).toEqual([...order].reverse())
})

function symbols(page: Page): Promise<string[]> {
  return accountTab(page).rows('Positions').getByRole('button').allTextContents()
}

/** Presses Tab until a button inside a group has the focus; every stop on the way must be seen. */
async function walkTo(page: Page, button: string, group: string): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(focusOf)
    expect(stop.seen, `the focus on “${stop.button}” is not seen`).toBe(true)
    if (stop.button.startsWith(button) && stop.group === group) return
  }
  throw new Error(`${button} of ${group} was not reached`)
}

function focusOf(): { readonly button: string; readonly group: string | null; readonly seen: boolean } {
  const element = document.activeElement ?? document.body
  const { outlineStyle, boxShadow } = getComputedStyle(element)
  return {
    button: element.tagName === 'BUTTON' ? element.textContent.trim() : '',
    group: element.closest('[role=group]')?.getAttribute('aria-label') ?? null,
    seen: element === document.body || outlineStyle !== 'none' || boxShadow !== 'none',
  }
}
