import type { Locator, Page } from '@playwright/test'
import { frameOf } from '../../browser/pages/frame.ts'

/** The card about updates in Settings. */
export interface UpdatesCard {
  readonly card: Locator
  /** Where the update stands, in words. */
  readonly standing: Locator
  readonly notes: Locator
  readonly progress: Locator
  readonly problem: Locator
  readonly automatic: Locator
  button(name: 'Check now' | 'Download' | 'Restart and install' | 'Downloads page'): Locator
  press(name: Parameters<UpdatesCard['button']>[0]): Promise<void>
}

/** Opens Settings. */
export async function openUpdatesCard(page: Page): Promise<UpdatesCard> {
  await frameOf(page).show('Settings')
  const card = page.getByRole('region', { name: 'Updates', exact: true })
  const button: UpdatesCard['button'] = (name) => card.getByRole('button', { name, exact: true })
  return {
    card,
    standing: card.getByRole('status'),
    notes: card.getByRole('region', { name: /^What is new in/ }),
    progress: card.getByRole('progressbar'),
    problem: card.locator('.settings-problem'),
    automatic: card.getByLabel('Look for new versions at start and daily'),
    button,
    press: (name) => button(name).click(),
  }
}
