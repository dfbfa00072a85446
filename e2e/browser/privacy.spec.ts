import { expect, type Page } from '@playwright/test'
import { accountTab } from './pages/account.ts'
import { frameOf, TAB_NAMES } from './pages/frame.ts'
import { test } from './support/test.ts'

test('in privacy mode no amount is left anywhere in the document', async ({ stage, page }) => {
  const frame = frameOf(page)
  const tab = accountTab(page)
  await stage.open()
  await frame.expectTrusted()
  await expect(tab.rows('Fills')).toHaveCount(3)
  await expect(page).toHaveTitle(/\d,\d{3}\.\d\d/)
  const before = await figuresOn(page)

  await frame.privacy.click()
  await expect(frame.privacy).toHaveAttribute('aria-pressed', 'true')
  await expect(tab.card('Equity')).toHaveText('••••••')
  await expect(page).toHaveTitle('•••••• USD · Tidemark')
  const prices = new Set(await figuresOn(page))
  const hidden = [...new Set(before)].filter(
    (figure) => !prices.has(figure) && /[1-9]/.test(figure) && figure.replace(/\D/g, '').length > 3,
  )
  expect(hidden.length).toBeGreaterThan(8)
  for (const name of TAB_NAMES) {
    await frame.show(name)
    const text = await everything(page)
    expect(hidden.filter((figure) => holds(text, figure))).toEqual([])
  }
  await frame.show('Account')
  await expect(tab.card('Margin ratio')).toHaveText(/%/)

  await frame.privacy.click()
  await expect(tab.card('Equity')).not.toHaveText('••••••')
})

test('a hidden figure stays hidden when it changes, after a restart and in what is copied', async ({
  stage,
  page,
  context,
}) => {
  const frame = frameOf(page)
  const tab = accountTab(page)
  const main = stage.account('Main')
  await context.grantPermissions(['clipboard-write'])
  await stage.open()
  await frame.expectTrusted()
  await frame.privacy.click()
  await expect(tab.card('Equity')).toHaveText('••••••')
  stage.world.control({ do: 'trade', account: main.id, symbol: 'BTCUSDT', side: 'buy', quantity: '0.432' })
  await expect(tab.rows('Fills')).toHaveCount(4)
  expect(await everything(page)).not.toContain('0.432')
  await keepCopies(page)
  await page.getByRole('region', { name: 'Fills' }).getByRole('button', { name: 'Copy as CSV' }).click()
  const copied = (): Promise<string> => page.evaluate(() => window.copied ?? '')
  await expect.poll(copied).toContain('BTCUSDT')
  expect(await copied()).not.toContain('0.432')

  await stage.restart()
  await frame.expectTrusted()
  await expect(tab.card('Equity')).toHaveText('••••••')
})

declare global {
  interface Window {
    /** What the page copied last. */
    copied?: string
  }
}

/** The page's policy lets it write to the clipboard and not read it, so what it writes is kept on the way. */
function keepCopies(page: Page): Promise<void> {
  return page.evaluate(() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard)
    navigator.clipboard.writeText = (text) => {
      window.copied = text
      return write(text)
    }
  })
}

/** The exact digits of every figure in the document. */
function figuresOn(page: Page): Promise<readonly string[]> {
  return page.locator('[data-exact]').evaluateAll((all) => all.map((each) => each.getAttribute('data-exact') ?? ''))
}

/** All text and all attributes there are, and the title of the window. */
function everything(page: Page): Promise<string> {
  return page.evaluate(() => `${document.title}\n${document.documentElement.outerHTML}`)
}

/** Whether a text holds a figure as a number of its own, grouped or not, exact or rounded to cents. */
function holds(text: string, figure: string): boolean {
  const plain = figure.replaceAll(',', '').replace('−', '')
  const cents = plain.replace(/(\.\d\d)\d+$/, '$1')
  const forms = [figure.replace('−', ''), plain, ...(isTelling(cents) ? [cents] : [])]
  return forms.some((form) => new RegExp(`(?<![\\d.,])${form.replaceAll('.', '\\.')}(?![\\d.,])`).test(text))
}

/** Whether a rounded amount has digits enough not to be met by chance: 0.08 is also an opacity and a width. */
function isTelling(amount: string): boolean {
  return amount.replace(/\D/g, '').replace(/^0+/, '').length > 4
}
