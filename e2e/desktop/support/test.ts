import { expect, test as base } from '@playwright/test'
import { openDesk, type Desk } from './desk.ts'

export interface Options {
  /** What the app finds at its first start. */
  readonly begin: 'accounts' | 'empty'
}

export interface Fixtures {
  readonly desk: Desk
}

/**
 * Specs of the desktop app, on whichever driver there is:
 *
 *     test('the page is alone with its link', async ({ desk }) => {
 *       const app = await desk.launch()
 *       const page = await app.page()
 *       await frameOf(page).expectTrusted()
 *       await app.closeWindow()
 *       await app.until('the window is gone', ({ windows }) => windows.every(({ visible }) => !visible))
 *     })
 *
 * `test.use({ begin: 'accounts' })` gives it two accounts of `desk.world`, live; without, it starts into the demo.
 * After every test the app is ended, and there must have been no error in a console, no breach of the page's policy and
 * nothing that Electron forbids (take back what the test provokes with `desk.forgive`); no secret stands in any file,
 * log line, page, frame or notice; and no process is left.
 */
export const test = base.extend<Fixtures & Options>({
  begin: ['empty', { option: true }],
  desk: async ({ browser, begin, locale, timezoneId, colorScheme }, use) => {
    const look = { locale, timezoneId, colorScheme }
    const { desk, close } = await openDesk({ browser, look, begin })
    await use(desk)
    const { complaints, leaks, processes } = await close()
    expect(complaints, 'what the page or main may not do').toEqual([])
    expect(leaks, 'places in which a secret was found').toEqual([])
    expect(processes, 'processes left behind').toEqual([])
  },
})
