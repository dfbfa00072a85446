import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { filesUnder, leaks, placeOf } from '../../support/leaks.ts'
import { steerPage } from '../../support/page-clock.ts'
import { furnish, openHouse, PASSPHRASE, type House } from './house.ts'
import type { Begin, OpenStage } from './stage.ts'
import { createSteeredClocks } from './steered-clock.ts'
import { openWorld } from './world.ts'

/** The headless shell in this process, its page in a browser. */
export async function openHeadlessStage(page: Page, begin: Begin): Promise<OpenStage> {
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
  if (begin === 'accounts') await furnish(options, world.accounts)
  const running: { house: House; wasLost: boolean } = { house: await openHouse(options), wasLost: false }
  const complaints = watch(page)
  const frames = listen(page)
  await steerPage(page, () => 0)

  const advance = (ms: number) => page.evaluate((by) => window.advance(by), ms)

  return {
    page,
    stage: {
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
        running.wasLost = true
        await running.house.stop()
        return async () => {
          running.house = await openHouse({ ...options, port: running.house.port })
        }
      },
      pass: async (ms) => {
        await clocks.pass(ms)
        await advance(ms)
      },
      sleep: async (ms) => {
        await advance(ms)
        clocks.sleep(ms)
      },
      step: async (ms) => {
        await advance(ms)
        clocks.step(ms)
      },
    },
    close: async () => {
      const content = await page.content()
      await page.goto('about:blank')
      await running.house.stop()
      await world.stop()
      clocks.stop()
      const secrets = [PASSPHRASE, ...world.accounts.flatMap(({ apiKey, apiSecret }) => [apiKey, apiSecret])]
      const told = [placeOf('log', said.join('\n')), placeOf('page', content), placeOf('link', frames.join('\n'))]
      const found = leaks(secrets, [...told, ...filesUnder(folder)])
      rmSync(folder, { recursive: true, force: true })
      return { complaints: running.wasLost ? complaints.filter(isOurs) : complaints, leaks: found }
    },
  }
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

/** Of every try to reach a program that is gone the browser itself complains, and nobody can keep it from doing so. */
function isOurs(complaint: string): boolean {
  return !/^WebSocket connection to .* failed/.test(complaint)
}

/** What the program sends to the page. What the page sends may hold a secret on its way in, once. */
function listen(page: Page): readonly string[] {
  const frames: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => void frames.push(String(payload)))
  })
  return frames
}
