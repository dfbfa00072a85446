import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startScript, testFolder, type FakeParent, type MainStart } from './fake-parent.ts'

/** A piece of a main script that is tried before the app is ready, or after. */
export interface Attempt {
  readonly what: string
  readonly when: 'early' | 'ready'
  /** May await; `electron` and `folder` (of the test) are at hand. */
  readonly code: string
}

export interface Attempted {
  /** What each threw; null when it threw nothing. */
  readonly thrown: Readonly<Record<string, string | null>>
  readonly main: FakeParent
}

/** Tries all of them in one main, in their order, and lets it end. */
export async function tryAll(attempts: readonly Attempt[], start: Omit<MainStart, 'folder'> = {}): Promise<Attempted> {
  const folder = testFolder()
  const written = (when: Attempt['when']): string =>
    attempts
      .filter((each) => each.when === when)
      .map(({ what, code }) => `await attempt(${JSON.stringify(what)}, async () => { ${code} })`)
      .join('\n')
  const main = startScript(
    `
    import * as electron from 'electron'
    import { writeFileSync } from 'node:fs'
    const { app, BrowserWindow, Menu, MenuItem, Notification, Tray, dialog, nativeImage, net } = electron
    const { powerMonitor, protocol, screen, session, shell } = electron
    const folder = ${JSON.stringify(folder)}
    const thrown = {}
    const attempt = (what, run) => run().then(() => (thrown[what] = null), (error) => (thrown[what] = error.message))
    app.on('window-all-closed', () => undefined)
    ${written('early')}
    app.whenReady().then(async () => {
      ${written('ready')}
      writeFileSync(folder + '/thrown.json', JSON.stringify(thrown))
      app.exit(0)
    })
    `,
    { ...start, folder },
  )
  const code = await main.ended
  if (code !== 0) throw new Error(`main ended with ${String(code)}:\n${main.said()}`)
  // Written by the script above.
  const thrown = JSON.parse(readFileSync(join(folder, 'thrown.json'), 'utf8')) as Attempted['thrown']
  return { thrown, main }
}
