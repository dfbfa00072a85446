import { chromium, type Browser, type Page } from '@playwright/test'
import { setTimeout as wait } from 'node:timers/promises'
import { framesPerSecond } from './delays.ts'
import { watchPage, type Seen } from './watch-page.ts'

/** How a page that shows nothing keeps up on this machine. */
export interface Idle {
  readonly rate: number
  /** The longest it stood still, in milliseconds. */
  readonly stall: number
}

const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking']

export function launch(): Promise<Browser> {
  const path = process.env['TIDEMARK_BROWSER']
  return chromium.launch({ ...(path === undefined ? {} : { executablePath: path }), args: ARGUMENTS })
}

export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(url)
  return page
}

export async function watchIdle(browser: Browser, seconds: number): Promise<Idle> {
  const page = await openPage(browser, 'about:blank')
  await page.evaluate(watchPage, null)
  await wait(1000 * seconds)
  const { frames } = await stopWatching(page)
  await page.close()
  return { rate: framesPerSecond(frames), stall: Math.max(...frames) }
}

export function stopWatching(page: Page): Promise<Seen> {
  return page.evaluate(() => window.watched!.stop())
}

/** The page's clock less ours, by the quickest of many questions; zero when it is within the error of asking. */
export async function pageAheadOf(page: Page): Promise<number> {
  const best = { round: Infinity, ahead: 0 }
  for (let ask = 0; ask < 60; ask += 1) {
    const before = performance.timeOrigin + performance.now()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    const after = performance.timeOrigin + performance.now()
    if (after - before < best.round) Object.assign(best, { round: after - before, ahead: there - (before + after) / 2 })
  }
  return Math.abs(best.ahead) < best.round ? 0 : best.ahead
}

/** Seconds of processor time that all pages of the browser have used. */
export async function pageSeconds(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}
