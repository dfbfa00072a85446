import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { SteeredClocks } from '../../browser/support/steered-clock.ts'
import type { Driven } from '../driver/driver.ts'

/** The time of one computer and of the exchanges it reaches. */
export interface Time {
  /** Time passes for everybody, faster than it does. */
  pass(ms: number): Promise<void>
  /** The computer sleeps: it says so to the app, hours pass, and it wakes. */
  sleep(ms: number): Promise<void>
  /** Somebody sets the computer's clock. */
  step(ms: number): Promise<void>
}

interface SteeredTime extends Time {
  /** Sets the clocks of an app that was just started to where its computer's stand. */
  begin(driven: Driven): Promise<void>
  /** By how much the clock of the computer leads the real one. */
  aheadMs(): number
}

const STRIDE_MS = 500
const MOST_STRIDES = 200
/** In which real sockets get a moment to answer. */
const BREATH_MS = 12
/** Main's heartbeat sees that its clock was set within a second. */
const NOTICED_MS = 1_100

/** Keeps the clocks of the test's exchanges, of every running main and of every page together. */
export function createTime(
  clocks: SteeredClocks,
  running: () => readonly Driven[],
  pages: () => readonly Page[],
): SteeredTime {
  const ahead = { hurried: 0, slept: 0, stepped: 0 }

  async function steer(): Promise<void> {
    await Promise.all(running().map(async (driven) => driven.steer(ahead).catch(() => undefined)))
  }

  async function advancePages(ms: number): Promise<void> {
    // A page may have been closed or not be ours.
    const advance = (page: Page) => page.evaluate((by) => window.advance(by), ms).catch(() => undefined)
    await Promise.all(pages().map(advance))
  }

  async function pass(ms: number): Promise<void> {
    const stride = Math.max(STRIDE_MS, ms / MOST_STRIDES)
    for (let left = ms; left > 0; left -= stride) {
      const by = Math.min(left, stride)
      ahead.hurried += by
      clocks.hurry(by)
      await Promise.all([steer(), setTimeout(BREATH_MS)])
    }
    await advancePages(ms)
  }

  async function sleep(ms: number): Promise<void> {
    for (const { app } of running()) await app.power('suspend').catch(() => undefined)
    ahead.slept += ms
    clocks.sleep(ms)
    await Promise.all([steer(), advancePages(ms)])
    for (const { app } of running()) await app.power('resume').catch(() => undefined)
  }

  async function step(ms: number): Promise<void> {
    ahead.stepped += ms
    await Promise.all([steer(), advancePages(ms)])
    await pass(NOTICED_MS)
  }

  return {
    pass,
    sleep,
    step,
    begin: (driven) => driven.steer(ahead).catch(() => undefined),
    aheadMs: () => ahead.hurried + ahead.slept + ahead.stepped,
  }
}
