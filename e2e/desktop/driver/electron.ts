import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { ROOT } from '../../support/program.ts'
import type { Act, Ahead } from '../stand-in/protocol.ts'
import { buildRecorder } from './build-recorder.ts'
import { createApp } from './create-app.ts'
import type { Drive, Driven, Surroundings } from './driver.ts'
import type { Recorder } from './recorder/index.ts'
import { createRecordings } from './recordings.ts'

/** The app as a user starts it, or the main of a build of one's own. */
const BUILT = process.env['TIDEMARK_BUILT']
const APP = BUILT === undefined ? ROOT : join(BUILT, 'main', 'index.js')

/** How often the recorder is asked whether something changed: the real Electron tells nobody. */
const ASK_EVERY_MS = 100

/** The built main in the real Electron; a recorder loaded before it keeps what the system is shown. */
export function driveElectron(runtime: string): Drive {
  return async ({ folder, args, environment }, surroundings) => {
    const profile = join(folder, 'profile')
    mkdirSync(profile, { recursive: true })
    const recorder = buildRecorder(join(folder, 'recorder'))
    const electron = await _electron.launch({
      executablePath: runtime,
      args: ['-r', recorder, `--user-data-dir=${profile}`, APP, ...args],
      cwd: ROOT,
      env: {
        ...screenOfThisComputer(),
        LC_ALL: 'C',
        TZ: 'UTC',
        ELECTRON_ENABLE_SECURITY_WARNINGS: '1',
        ...environment,
      },
    })
    return drive(electron, surroundings)
  }
}

/** Programs are found, and windows are shown, where the tester's are. */
function screenOfThisComputer(): Record<string, string> {
  const names = ['PATH', 'SystemRoot', 'DISPLAY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR', 'XAUTHORITY']
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? '']).filter(([, value]) => value !== ''))
}

function drive(electron: ElectronApplication, surroundings: Surroundings): Driven {
  const child = electron.process()
  const said: string[] = []
  for (const output of [child.stdout, child.stderr])
    output?.setEncoding('utf8').on('data', (text: string) => void said.push(text))
  const ended = new Promise<number | null>((resolve) => void child.once('exit', resolve))
  const recordings = createRecordings()
  const pages = meetPages(electron, surroundings)

  const recorded = () =>
    electron.evaluate(() => (globalThis as unknown as { tidemarkRecorder: Recorder }).tidemarkRecorder.recorded())
  const act = (asked: Act) =>
    electron.evaluate(
      (_, wanted) => (globalThis as unknown as { tidemarkRecorder: Recorder }).tidemarkRecorder.act(wanted),
      asked,
    )
  const steer = (ahead: Ahead) =>
    electron.evaluate(
      (_, wanted) => (globalThis as unknown as { tidemarkRecorder: Recorder }).tidemarkRecorder.steer(wanted),
      ahead,
    )
  async function kill(): Promise<void> {
    child.kill('SIGKILL')
    await ended
  }

  // Electron that has ended has nothing more to record.
  const asking = setInterval(() => void recorded().then(recordings.take, () => undefined), ASK_EVERY_MS)
  void ended.then(() => clearInterval(asking))
  return {
    pid: child.pid ?? 0,
    sent: [],
    steer,
    close: kill,
    app: createApp({
      driver: 'electron',
      act,
      recorded: () => recorded().catch(recordings.last),
      until: recordings.until,
      page: pages.newest,
      crashPage: async () => {
        await electron.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().at(-1)?.webContents.forcefullyCrashRenderer(),
        )
      },
      said: () => said.join(''),
      kill,
      ended,
      afterEnd: async () => undefined,
    }),
  }
}

/** Pages are met once they exist, so each is loaded anew with what the test prepared for it. */
function meetPages(electron: ElectronApplication, { prepare, complain }: Surroundings) {
  const met = new WeakMap<Page, Promise<void>>()

  async function begin(page: Page): Promise<void> {
    page.on('pageerror', (error) => complain(error.stack ?? String(error)))
    page.on('console', (message) => {
      const isForbidden = /content security policy|electron security warning/i.test(message.text())
      if (message.type() === 'error' || isForbidden) complain(message.text())
    })
    await prepare(page)
    await page.reload()
  }

  const meet = (page: Page) => void met.set(page, begin(page))
  electron.on('window', meet)
  electron.windows().forEach(meet)

  async function newest(): Promise<Page> {
    const page = electron.windows().at(-1) ?? (await electron.waitForEvent('window'))
    await met.get(page)
    await page.getByRole('main').first().waitFor()
    return page
  }
  return { newest }
}
