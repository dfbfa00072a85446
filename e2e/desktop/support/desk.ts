import { rmSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { furnish, PASSPHRASE } from '../../browser/support/house.ts'
import { createSteeredClocks } from '../../browser/support/steered-clock.ts'
import { openWorld, type World, type WorldAccount } from '../../browser/support/world.ts'
import { filesUnder, leaks } from '../../support/leaks.ts'
import type { DesktopApp } from '../desktop-app.ts'
import type { Look } from '../screen/look.ts'
import { createComplaints } from './complaints.ts'
import { endStart, everythingSaid } from './ending.ts'
import { createHome } from './home.ts'
import { createLaunching, type LaunchOptions } from './launching.ts'
import { processesOf } from './processes.ts'
import type { Time } from './time.ts'

export type { LaunchOptions }

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
  const complaints = createComplaints()
  const launching = createLaunching({ browser, look, home, world, clocks, complaints })
  const secrets = new Set([PASSPHRASE, ...world.accounts.flatMap(({ apiKey, apiSecret }) => [apiKey, apiSecret])])
  await furnish({ folder: home.data, clocks, world, log: () => undefined }, begin === 'accounts' ? world.accounts : [])

  async function close(): Promise<Aftermath> {
    const said = await everythingSaid(launching)
    for (const start of launching.starts) (await endStart(start)).forEach(complaints.take)
    await world.stop()
    clocks.stop()
    const found = leaks([...secrets], [...said(), ...filesUnder(home.folder)])
    const pids = launching.starts.map(({ driven }) => driven.pid)
    const processes = processesOf(home.folder, pids)
    rmSync(home.folder, { recursive: true, force: true })
    return { complaints: complaints.all, leaks: found, processes }
  }

  const { pass, sleep, step } = launching.time
  const desk: Desk = {
    folder: home.folder,
    data: home.data,
    world,
    account: (label) => world.accounts.find((each) => each.label === label)!,
    launch: launching.launch,
    forgive: complaints.forgive,
    keepSecret: (secret) => void secrets.add(secret),
    pass,
    sleep,
    step,
  }
  return { desk, close }
}
