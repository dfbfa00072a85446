import { expect, type Locator, type Page } from '@playwright/test'

export const TAB_NAMES = ['Account', 'Markets', 'Alerts', 'System', 'Settings'] as const
export type TabName = (typeof TAB_NAMES)[number]

/** What stands around every tab. */
export interface Frame {
  readonly badges: Locator
  readonly pill: Locator
  readonly equity: Locator
  readonly content: Locator
  readonly ticker: Locator
  readonly privacy: Locator
  readonly theme: Locator
  readonly palette: Locator
  /** What a connection says of itself in the list behind the pill. */
  connection(name: string): Locator
  tab(name: TabName): Locator
  show(name: TabName): Promise<void>
  choose(account: string): Promise<void>
  /** Every stream is live and verified. */
  expectTrusted(): Promise<void>
  expectDoubted(): Promise<void>
}

export function frameOf(page: Page): Frame {
  const banner = page.getByRole('banner')
  const pill = banner.getByRole('button', { name: /^Connections:/ })
  const tab = (name: TabName): Locator =>
    page.getByRole('navigation', { name: 'Tidemark' }).getByRole('button', { name: new RegExp(`^${name}`) })
  const content = page.getByRole('main')
  return {
    badges: banner.locator('.badge'),
    pill,
    equity: banner.locator('.total .figure [data-exact]'),
    content,
    ticker: page.getByRole('region', { name: 'Watched prices' }),
    privacy: banner.getByRole('button', { name: /^(Hide|Show) amounts$/ }),
    theme: banner.getByRole('button', { name: 'Light or dark' }),
    palette: page.getByRole('dialog', { name: 'Commands' }),
    connection: (name) =>
      page.getByRole('dialog', { name: 'Connections' }).getByRole('listitem').filter({ hasText: name }),
    tab,
    show: async (name) => {
      await tab(name).click()
      await expect(content).toHaveAccessibleName(name)
    },
    choose: async (account) => {
      await banner.getByRole('combobox', { name: 'Account shown' }).selectOption({ label: account })
    },
    expectTrusted: () => expect(pill).toHaveAccessibleName('Connections: Live', { timeout: 30_000 }),
    expectDoubted: () => expect(pill).not.toHaveAccessibleName('Connections: Live'),
  }
}
