import { expect, test as base } from '@playwright/test'
import { openDesktopStage } from './desktop-stage.ts'
import { openHeadlessStage } from './headless-stage.ts'
import type { Begin, OpenStage, Stage } from './stage.ts'

export interface StageOptions {
  readonly begin: Begin
  /** Which shell the page is of. */
  readonly shell: 'headless' | 'desktop'
}

interface Fixtures {
  readonly stage: Stage
  /** The desktop app with its window, where that is the shell. */
  readonly desktop: OpenStage | null
}

/**
 * The page in a real browser over the real program, with the exchange simulator in the test's hands. After every test:
 * no error in the console, no breach of the page's policy, no secret anywhere. The same specs run on both shells; on
 * the desktop `page` and `context` are those of the app's window.
 */
export const test = base.extend<Fixtures & StageOptions>({
  begin: ['accounts', { option: true }],
  shell: ['headless', { option: true }],
  desktop: async ({ shell, browser, begin, locale, timezoneId, colorScheme }, use) => {
    const surroundings = { browser, look: { locale, timezoneId, colorScheme } }
    await use(shell === 'desktop' ? await openDesktopStage(surroundings, begin) : null)
  },
  context: async ({ context, desktop }, use) => use(desktop === null ? context : desktop.page.context()),
  page: async ({ context, desktop }, use) => use(desktop === null ? await context.newPage() : desktop.page),
  stage: async ({ page, begin, desktop }, use) => {
    const { stage, close } = desktop ?? (await openHeadlessStage(page, begin))
    await use(stage)
    const { complaints, leaks } = await close()
    expect(complaints, 'errors in the console').toEqual([])
    expect(leaks, 'places in which a secret was found').toEqual([])
  },
})
