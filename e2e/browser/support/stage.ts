import type { Page } from '@playwright/test'
import type { World, WorldAccount } from './world.ts'

/** What the data folder holds at first: two accounts, none, or the built-in demo alone. */
export type Begin = 'accounts' | 'empty' | 'demo'

/** A program, its page and the exchanges around it, whichever shell it is. */
export interface Stage {
  readonly world: World
  account(label: 'Main' | 'Second'): WorldAccount
  /** What a user opens in a browser, token and all; the desktop app has none. */
  address(): string
  /** Opens the page as a user would, in the program as it runs now. */
  open(): Promise<void>
  /** Stops the program, starts it again on the same data, and opens its page. */
  restart(): Promise<void>
  /** The program ends while its page is open; the answer starts it again at the same address. */
  lose(): Promise<() => Promise<void>>
  /** Time passes, faster than it does. */
  pass(ms: number): Promise<void>
  /** The computer sleeps: its page, its program and its clock with it. */
  sleep(ms: number): Promise<void>
  /** Somebody sets the computer's clock. */
  step(ms: number): Promise<void>
}

/** What is wrong once the curtain has fallen; each list must be empty. */
export interface Aftermath {
  readonly complaints: readonly string[]
  readonly leaks: readonly string[]
}

export interface OpenStage {
  readonly page: Page
  readonly stage: Stage
  close(): Promise<Aftermath>
}
