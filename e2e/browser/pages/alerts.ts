import { expect, type Locator, type Page } from '@playwright/test'

export interface PriceRule {
  readonly symbol: string
  readonly price: string
  readonly direction?: 'rises to or above' | 'falls to or below' | 'crosses either way'
}

/** The Alerts tab, and the bell that leads to it. */
export interface AlertsTab {
  readonly bell: Locator
  readonly history: Locator
  /** Alerts in the history, newest first. */
  alert(text: string | RegExp): Locator
  readonly builder: Locator
  readonly preview: Locator
  /** A rule in the list, by what it says. */
  rule(text: string | RegExp): Locator
  /** Fills in the form for a rule about a price, and saves it. */
  makePriceRule(rule: PriceRule): Promise<void>
  channel(name: string): Locator
  readonly channelForm: Locator
  /** What the test of a channel said. */
  said(channel: string): Locator
  test(channel: string): Promise<void>
}

export function alertsTab(page: Page): AlertsTab {
  const main = page.getByRole('main', { name: 'Alerts' })
  const builder = page.getByRole('dialog', { name: /rule/ })
  const channel = (name: string): Locator =>
    main.locator('.channel').filter({ has: page.locator('.rule-title', { hasText: name }) })

  async function makePriceRule({ symbol, price, direction = 'rises to or above' }: PriceRule): Promise<void> {
    await main.getByRole('button', { name: 'Add a rule' }).click()
    const contract = builder.getByLabel('Contract', { exact: true })
    const option = contract.locator('option', { hasText: symbol }).first()
    await contract.selectOption((await option.getAttribute('value')) ?? '')
    await builder.getByLabel('Direction').selectOption({ label: direction })
    await builder.getByLabel('Price', { exact: true }).fill(price)
    await builder.getByRole('button', { name: 'Save rule' }).click()
    await expect(builder).toHaveCount(0)
  }

  return {
    bell: page.getByRole('banner').getByRole('button', { name: /^Alerts:/ }),
    history: main.getByRole('feed', { name: 'History' }),
    alert: (text) => main.getByRole('article').filter({ hasText: text }),
    builder,
    preview: builder.getByRole('status', { name: 'Preview' }),
    rule: (text) => main.locator('.rule').filter({ hasText: text }),
    makePriceRule,
    channel,
    channelForm: page.getByRole('dialog', { name: /channel/ }),
    said: (name) => channel(name).locator('.test-result'),
    test: (name) =>
      channel(name)
        .getByRole('button', { name: `Test ${name}` })
        .click(),
  }
}
