import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { filesUnder, leaks, placeOf } from '../../support/leaks.ts'
import { furnish, openHouse, PASSPHRASE, type House } from './house.ts'
import { createSteeredClocks } from './steered-clock.ts'
import { openWorld, type World, type WorldAccount } from './world.ts'

export interface Stage {
  readonly world: World
  account(label: 'Main' | 'Second'): WorldAccount
  /** What a user opens, token and all. */
  address(): string
  /** Opens the page as a user would, in the house as it runs now. */
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

interface Options {
  /** What the data folder holds at first: two accounts, none, or the built-in demo alone. */
  readonly begin: 'accounts' | 'empty' | 'demo'
}

interface Fixtures {
  readonly stage: Stage
}

/**
 * The page in a real browser over the real program, with the exchange simulator in the test's hands. After every test:
 * no error in the console, no breach of the page's policy, no secret anywhere.
 */
export const test = base.extend<Fixtures & Options>({
  begin: ['accounts', { option: true }],
  stage: async ({ page, begin }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'tidemark-page-'))
    const clocks = createSteeredClocks()
    const world = await openWorld(clocks)
    const said: string[] = []
    const options = {
      folder,
      clocks,
      world,
      mode: begin === 'demo' ? 'demo' : 'live',
      port: 0,
      log: (line: string) => void said.push(line),
    } as const
    if (begin === 'accounts') await furnish(options)
    const running: { house: House } = { house: await openHouse(options) }
    const complaints = watch(page)
    const frames = listen(page)
    await advance(page)

    await use({
      world,
      account: (label) => world.accounts.find((each) => each.label === label)!,
      address: () => running.house.address,
      open: async () => {
        await page.goto(running.house.address)
      },
      restart: async () => {
        await page.goto('about:blank')
        await running.house.stop()
        running.house = await openHouse(options)
        await page.goto(running.house.address)
      },
      lose: async () => {
        await running.house.stop()
        return async () => {
          running.house = await openHouse({ ...options, port: running.house.port })
          // The browser itself complains of every try in between, and nobody can keep it from doing so.
          forgive(complaints, /^WebSocket connection to .* failed/)
        }
      },
      pass: async (ms) => {
        await clocks.pass(ms)
        await page.evaluate((by) => window.advance(by), ms)
      },
      sleep: async (ms) => {
        await page.evaluate((by) => window.advance(by), ms)
        clocks.sleep(ms)
      },
      step: async (ms) => {
        await page.evaluate((by) => window.advance(by), ms)
        clocks.step(ms)
      },
    })

    const content = await page.content()
    await page.goto('about:blank')
    await running.house.stop()
    await world.stop()
    clocks.stop()
    const secrets = [PASSPHRASE, ...world.accounts.flatMap(({ apiKey, apiSecret }) => [apiKey, apiSecret])]
    const told = [placeOf('log', said.join('\n')), placeOf('page', content), placeOf('link', frames.join('\n'))]
    const found = leaks(secrets, [...told, ...filesUnder(folder)])
    rmSync(folder, { recursive: true, force: true })
    expect(complaints, 'errors in the console').toEqual([])
    expect(found, 'places in which a secret was found').toEqual([])
  },
})

declare global {
  interface Window {
    /** Moves the page's clock, which is that of its computer. */
    advance(ms: number): void
  }
}

async function advance(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const now = Date.now.bind(Date)
    let ahead = 0
    Date.now = () => now() + ahead
    window.advance = (ms) => {
      ahead += ms
    }
  })
}

/** Errors of the console, broken policies and uncaught throws. What a test breaks on purpose it must not break here. */
function watch(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => void complaints.push(error.stack ?? String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) complaints.push(message.text())
  })
  return complaints
}

function forgive(complaints: string[], pattern: RegExp): void {
  const kept = complaints.filter((complaint) => !pattern.test(complaint))
  complaints.splice(0, complaints.length, ...kept)
}

/** What the program sends to the page. What the page sends may hold a secret on its way in, once. */
function listen(page: Page): readonly string[] {
  const frames: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => void frames.push(String(payload)))
  })
  return frames
}
