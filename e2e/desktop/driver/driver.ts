import type { Browser, Page } from '@playwright/test'
import type { DesktopApp, Launch } from '../desktop-app.ts'
import type { Look } from '../screen/look.ts'
import type { Ahead } from '../stand-in/protocol.ts'

/** What a driver is given by the fixtures, whichever it is. */
export interface Surroundings {
  readonly browser: Browser
  /** How pages look: language, colours, time zone. */
  readonly look: Look
  /** Told of each page before the app loads anything into it. */
  prepare(page: Page): Promise<void>
  /** Told of console errors, broken policies, uncaught throws and what Electron forbids. */
  complain(text: string): void
}

/** A running app with what only the fixtures use. */
export interface Driven {
  readonly app: DesktopApp
  readonly pid: number
  /** Where its clocks are set to; resolves once they are. */
  steer(ahead: Ahead): Promise<void>
  /** Texts main sent to its pages, as far as the driver sees them. */
  readonly sent: readonly string[]
  /** Ends what is left of it. */
  close(): Promise<void>
}

export type Drive = (launch: Launch, surroundings: Surroundings) => Promise<Driven>
