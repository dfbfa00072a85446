import type { Locator, Page } from '@playwright/test'

/** The System tab. */
export interface SystemTab {
  stream(name: string): Locator
  /** Request budgets whose host is left alone for now. */
  readonly resting: Locator
}

export function systemTab(page: Page): SystemTab {
  const main = page.getByRole('main', { name: 'System' })
  return {
    stream: (name) => main.getByRole('group', { name: 'Connections' }).getByRole('row').filter({ hasText: name }),
    resting: main.getByRole('listitem').filter({ hasText: 'Rests until' }),
  }
}
