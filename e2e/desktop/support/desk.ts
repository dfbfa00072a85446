import { rmSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { reachVariables } from '../../../src/simulator/reach-variables.ts'
import { furnish, PASSPHRASE } from '../../browser/support/house.ts'
import { createSteeredClocks } from '../../browser/support/steered-clock.ts'
import { openWorld, type World, type WorldAccount } from '../../browser/support/world.ts'
import { filesUnder, leaks, placeOf } from '../../support/leaks.ts'
import type { DesktopApp } from '../desktop-app.ts'
import { chooseDriver } from '../driver/choose.ts'
import type { Driven } from '../driver/driver.ts'
import type { Look } from '../screen/look.ts'
import { createHome } from './home.ts'
import { steerPage } from '../../support/page-clock.ts'
import { processesOf } from './processes.ts'
import { createTime, type Time } from './time.ts'

export interface LaunchOptions {
  readonly args?: readonly string[]
  /** Added to what leads the app into the test's home and world. */
  readonly environment?: Readonly<Record<string, string>>
  /** Whether the exchanges can be reached; without, every address of theirs leads nowhere. */
  readonly network?: 'world' | 'none'
  /** Whether the app is handed the passphrase of its vault at start. */
  readonly passphrase?: 'given' | 'withheld'
}

/** One user's computer: a home directory, the exchanges it reaches, and the app on it. */
export interface Desk extends Time {
  /** The home directory; gone after the test. */
  readonly folder: string
  /** Where the app keeps its data. */
  readonly data: string
  /** The exchanges behind real sockets, in the test's hands. */
  readonly world: World
  account(label: 'Main' | 'Second'): WorldAccount
  /** Starts the app; several in a row work on the same home, as on the days of a user. */
  launch(options?: LaunchOptions): Promise<DesktopApp>
  /** Takes back complaints that the test provokes on purpose; throws when there was none. */
  forgive(pattern: RegExp): void
  /** One more text that must be found nowhere when the test is over. */
  keepSecret(secret: string): void
}

export interface DeskSurroundings {
  readonly browser: Browser
  readonly look: Look
  /** What the app finds: two accounts under a passphrase, or nothing but an empty vault of that passphrase. */
  readonly begin: 'accounts' | 'empty'
}

/** What is wrong once everything has been closed; each list must be empty. */
export interface Aftermath {
  readonly complaints: readonly string[]
  readonly leaks: readonly string[]
  readonly processes: readonly number[]
}

export interface OpenDesk {
  readonly desk: Desk
  close(): Promise<Aftermath>
}

export async function openDesk({ browser, look, begin }: DeskSurroundings): Promise<OpenDesk> {
  const home = createHome()
  const clocks = createSteeredClocks()
  const world = await openWorld(clocks)
  const drive = chooseDriver()
  const running: Driven[] = []
  const complaints: string[] = []
  const pages: Page[] = []
  const secrets = new Set([PASSPHRASE, ...world.accounts.flatMap(({ apiKey, apiSecret }) => [apiKey, apiSecret])])
  const time = createTime(clocks, running, pages)
  await furnish({ folder: home.data, clocks, world, log: () => undefined }, begin === 'accounts' ? world.accounts : [])

  async function prepare(page: Page): Promise<void> {
    pages.push(page)
    await steerPage(page, time.aheadMs)
  }

  async function launch(options: LaunchOptions = {}): Promise<DesktopApp> {
    const { args = [], network = 'world', passphrase = 'given' } = options
    const environment = {
      ...home.environment,
      ...(network === 'world' ? world.environment : reachVariables(NOWHERE)),
      ...(passphrase === 'given' && { TIDEMARK_PASSPHRASE: PASSPHRASE }),
      TIDEMARK_LOG_LEVEL: 'debug',
      ...options.environment,
    }
    const complain = (text: string): void => void complaints.push(text)
    const driven = await drive({ environment, args, folder: home.folder }, { browser, look, prepare, complain })
    running.push(driven)
    await time.begin(driven)
    return driven.app
  }

  function forgive(pattern: RegExp): void {
    const kept = complaints.filter((complaint) => !pattern.test(complaint))
    if (kept.length === complaints.length) throw new Error(`Nothing to forgive: ${String(pattern)}`)
    complaints.splice(0, complaints.length, ...kept)
  }

  async function close(): Promise<Aftermath> {
    const contents = await Promise.all(pages.map((page) => page.content().catch(() => '')))
    const recorded = await Promise.all(running.map(({ app }) => app.recorded()))
    for (const driven of running) await driven.close()
    complaints.push(...(await Promise.all(running.map(howItEnded))).flat())
    await world.stop()
    clocks.stop()
    const told = [
      ...running.map(({ app }, at) => placeOf(`output of start ${at + 1}`, app.said())),
      ...running.map(({ sent }, at) => placeOf(`frames of start ${at + 1}`, sent.join('\n'))),
      ...contents.map((content, at) => placeOf(`page ${at + 1}`, content)),
      placeOf('what the system was shown', JSON.stringify(recorded)),
    ]
    const found = leaks([...secrets], [...told, ...filesUnder(home.folder)])
    const pids = running.map(({ pid }) => pid)
    const processes = processesOf(home.folder, pids)
    rmSync(home.folder, { recursive: true, force: true })
    return { complaints, leaks: found, processes }
  }

  const desk: Desk = {
    folder: home.folder,
    data: home.data,
    world,
    account: (label) => world.accounts.find((each) => each.label === label)!,
    launch,
    forgive,
    keepSecret: (secret) => void secrets.add(secret),
    pass: time.pass,
    sleep: time.sleep,
    step: time.step,
  }
  return { desk, close }
}

/** A main that ended by itself must have ended well; one that was killed has no code. */
async function howItEnded({ app }: Driven): Promise<readonly string[]> {
  const code = await app.ended
  return code === 0 || code === null ? [] : [`main ended with ${code}:\n${app.said().slice(-2_000)}`]
}

/** A port on which nothing listens. */
const NOWHERE = '127.0.0.1:9'
