import { expect } from '@playwright/test'
import { accountTab } from '../browser/pages/account.ts'
import { expectDimmed } from '../browser/pages/figures.ts'
import { frameOf, TAB_NAMES } from '../browser/pages/frame.ts'
import { test } from './support/test.ts'

test('with no key and no network the whole demo is live, and says what it is on every tab', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  const frame = frameOf(page)
  await frame.expectTrusted()
  await expect(accountTab(page).rows('Positions').first()).toBeVisible()
  const before = await frame.equity.getAttribute('data-exact')
  await expect(frame.equity).not.toHaveAttribute('data-exact', before ?? '')
  for (const name of TAB_NAMES) {
    await frame.show(name)
    await expect(frame.badges).toHaveText(['DEMO'])
  }
  await app.quit()
  expect(await app.ended).toBe(0)
})

test('a page has its link to the engine and nothing else of the desktop, and cannot change it', async ({ desk }) => {
  const app = await desk.launch()
  const page = await app.page()
  const names = ['process', 'require', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', 'engineLink']
  expect(await page.evaluate((all) => all.filter((name) => name in window), names)).toEqual(['engineLink'])
  expect(await page.evaluate(describeLink)).toEqual({
    members: ['close', 'onClose', 'onText', 'send'],
    frozen: true,
    fixed: true,
    replaced: false,
  })
})

function describeLink() {
  const link = window.engineLink
  const { writable, configurable } = Object.getOwnPropertyDescriptor(window, 'engineLink') ?? {}
  const replaced = Reflect.set(window, 'engineLink', null)
  return {
    members: Object.keys(link ?? {}).sort(),
    frozen: Object.isFrozen(link),
    fixed: writable === false && configurable === false,
    replaced,
  }
}

test.describe('with two accounts', () => {
  test.use({ begin: 'accounts' })

  test('a start without any network keeps what is known, and says what is missing', async ({ desk }) => {
    const first = await desk.launch()
    await frameOf(await first.page()).expectTrusted()
    await expect(accountTab(await first.page()).rows('Fills')).toHaveCount(3)
    await first.quit()

    const app = await desk.launch({ network: 'none' })
    const page = await app.page()
    const tab = accountTab(page)
    await expect(tab.problems.first()).toContainText('cannot be reached')
    await expect(tab.problems).toHaveCount(2)
    await frameOf(page).expectDoubted()
    await expect(frameOf(page).badges).toHaveText(['CUSTOM'])
    await expect(tab.rows('Fills')).toHaveCount(3)
    await expectDimmed(tab.card('Equity'))
  })

  test('a program that was killed shows true figures at its next start', async ({ desk }) => {
    const first = await desk.launch()
    await frameOf(await first.page()).expectTrusted()
    await first.kill()
    const main = desk.account('Main')
    desk.world.control({ do: 'trade', account: main.id, symbol: 'BTCUSDT', side: 'sell', quantity: '0.02' })

    const app = await desk.launch()
    const page = await app.page()
    await frameOf(page).expectTrusted()
    await frameOf(page).choose('Main')
    await accountTab(page).expectTruth(() => desk.world.truth(main), 'USD')
    await expect(accountTab(page).rows('Fills')).toHaveCount(3)
  })
})
