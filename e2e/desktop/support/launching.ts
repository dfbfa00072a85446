import type { Browser, Page } from '@playwright/test'
import { reachVariables } from '../../../src/simulator/reach-variables.ts'
import { PASSPHRASE } from '../../browser/support/house.ts'
import type { SteeredClocks } from '../../browser/support/steered-clock.ts'
import type { World } from '../../browser/support/world.ts'
import { steerPage } from '../../support/page-clock.ts'
import type { DesktopApp } from '../desktop-app.ts'
import { chooseDriver } from '../driver/choose.ts'
import type { Driven } from '../driver/driver.ts'
import type { Look } from '../screen/look.ts'
import type { Complaints } from './complaints.ts'
import type { Home } from './home.ts'
import { createTime, type Time } from './time.ts'

export interface LaunchOptions {
  readonly args?: readonly string[]
  /** Added to what leads the app into the test's home and world; `TIDEMARK_STAND_IN_…` says what the machine is like. */
  readonly environment?: Readonly<Record<string, string>>
  /** Whether the exchanges can be reached; without, every address of theirs leads nowhere. */
  readonly network?: 'world' | 'none'
  /** Whether the app is handed the passphrase of its vault at start. */
  readonly passphrase?: 'given' | 'withheld'
  /** With which code this start must end, unless it is killed; 0 by default. */
  readonly ends?: number
}

/** One start of the app. */
export interface Start {
  readonly driven: Driven
  readonly ends: number
}

export interface Launching {
  /** Oldest first. */
  readonly starts: readonly Start[]
  /** Every page that was ever shown. */
  readonly pages: readonly Page[]
  readonly time: Time
  launch(options?: LaunchOptions): Promise<DesktopApp>
}

interface Ground {
  readonly browser: Browser
  readonly look: Look
  readonly home: Home
  readonly world: World
  readonly clocks: SteeredClocks
  readonly complaints: Complaints
}

/** Starts the app in a home, as often as a test likes, under clocks that the test steers. */
export function createLaunching({ browser, look, home, world, clocks, complaints }: Ground): Launching {
  const drive = chooseDriver()
  const starts: Start[] = []
  const pages: Page[] = []
  const time = createTime(
    clocks,
    () => starts.map(({ driven }) => driven),
    () => pages,
  )

  async function prepare(page: Page): Promise<void> {
    pages.push(page)
    await steerPage(page, time.aheadMs)
  }

  function environmentOf({ network, passphrase, environment }: LaunchOptions): Readonly<Record<string, string>> {
    return {
      ...home.environment,
      ...(network === 'none' ? reachVariables(NOWHERE) : world.environment),
      ...(passphrase !== 'withheld' && { TIDEMARK_PASSPHRASE: PASSPHRASE }),
      TIDEMARK_LOG_LEVEL: 'debug',
      ...environment,
    }
  }

  async function launch(options: LaunchOptions = {}): Promise<DesktopApp> {
    const start = { environment: environmentOf(options), args: options.args ?? [], folder: home.folder }
    const driven = await drive(start, { browser, look, prepare, complain: complaints.take })
    starts.push({ driven, ends: options.ends ?? 0 })
    await time.begin(driven)
    return driven.app
  }

  return { starts, pages, time, launch }
}

/** A port on which nothing listens. */
const NOWHERE = '127.0.0.1:9'
