import { chromium, type Page } from '@playwright/test'
import { setTimeout as wait } from 'node:timers/promises'
import { createDraw } from '../frames/draw.ts'
import type { Frame } from '../frames/frame-kind.ts'
import { mixOf } from '../frames/frame-kind.ts'
import { framesOf } from '../frames/kinds.ts'
import { delaysOf, framesPerSecond } from '../pixel/delays.ts'
import { generate } from '../pixel/generator.ts'
import { watchPage, type Seen } from '../pixel/watch-page.ts'
import { atLeast, atMost, tell, tellFigure } from '../report/figure.ts'
import { contracts } from '../stand/exchange.ts'
import { createShellStand, VENUE } from '../stand/shell-stand.ts'
import { quantile } from '../stand/race.ts'
import { until } from '../stand/until.ts'

const quick = process.argv.includes('--quick')
const SECONDS = quick ? 4 : 25
const RATES = [100, 1000, 5000]
const DELAY_AIM = 60
const LONGEST_TASK = 50
/** A page that draws nothing misses a beat now and then as well. */
const FULL_RATE = 0.97

const [marker = '', ...others] = contracts.symbols
const frames = framesOf(VENUE, others, contracts.charted.slice(1))
const own = framesOf(VENUE, [marker], [marker])
const whole = JSON.parse(own.first[0]!.text) as { readonly data: object; readonly cs: number }
const make = mixOf(
  frames.market.filter(({ name }) => name.startsWith('ticker')),
  createDraw(11).next,
)

const stand = await createShellStand()
const { sockets, shell } = stand
await until(() => contracts.symbols.every((symbol) => sockets.carrier(`tickers.${symbol}`) !== undefined))

function say({ topic, text }: Frame): void {
  sockets.carrier(topic)?.(text)
}

const count = { marks: 0 }

function markerFrame(markPrice: string): Frame {
  count.marks += 1
  const topic = `tickers.${marker}`
  const data = { symbol: marker, markPrice }
  const order = { cs: whole.cs + count.marks, ts: Date.now() }
  return { topic, text: JSON.stringify({ topic, type: 'delta', data, ...order }) }
}

async function openPage(browser: Awaited<ReturnType<typeof chromium.launch>>, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(url)
  return page
}

/** The page's clock less ours, by the quickest of many questions. */
async function pageAheadOf(page: Page): Promise<number> {
  const best = { round: Infinity, ahead: 0 }
  for (let ask = 0; ask < 60; ask += 1) {
    const before = performance.timeOrigin + performance.now()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    const after = performance.timeOrigin + performance.now()
    if (after - before < best.round) Object.assign(best, { round: after - before, ahead: there - (before + after) / 2 })
  }
  return Math.abs(best.ahead) < best.round ? 0 : best.ahead
}

async function stopWatching(page: Page): Promise<Seen> {
  return page.evaluate(() => window.watched!.stop())
}

async function idleRate(page: Page): Promise<number> {
  await page.evaluate(watchPage, null)
  await wait(1000 * Math.min(SECONDS, 5))
  return framesPerSecond((await stopWatching(page)).frames)
}

async function measure(page: Page, rate: number, idle: number): Promise<void> {
  const pageAhead = await pageAheadOf(page)
  await page.evaluate(watchPage, marker.replace('USDT', ''))
  const sent = await generate({ rate, seconds: SECONDS, make, marker: markerFrame, say }, 100_000 + count.marks)
  await wait(500)
  const seen = await stopWatching(page)
  const delays = delaysOf(sent, seen.marks, pageAhead)
  if (delays.length < sent.length - 1)
    throw new Error(`${sent.length - delays.length} of ${sent.length} markers never came`)
  report(rate, idle, delays, seen)
}

function report(rate: number, idle: number, delays: readonly number[], { frames, longTasks }: Seen): void {
  const words = `${rate.toLocaleString('en')} messages a second`
  const [half, most] = [quantile(delays, 0.5), quantile(delays, 0.99)]
  const perFrame = (most / (1000 / idle)).toFixed(1)
  const delay = `p50 ${half.toFixed(0)} ms, p99 ${most.toFixed(0)} ms, ${delays.length} values`
  tellFigure(`Frame to pixel at ${words}`, `p99 ${perFrame} screen frames`, delay, atMost(most, DELAY_AIM, ' ms'))
  const share = framesPerSecond(frames) / idle
  const beats = `${framesPerSecond(frames).toFixed(1)} against ${idle.toFixed(1)} a second idle`
  tellFigure('  page frame rate', `${share.toFixed(3)}× idle`, beats, atLeast(share, FULL_RATE, '×'))
  const longest = Math.max(0, ...longTasks)
  const tasks = longest === 0 ? 'none over 50 ms' : `longest ${longest.toFixed(0)} ms, ${longTasks.length} over 50 ms`
  tellFigure(
    '  longest task in the page',
    `${(longest / LONGEST_TASK).toFixed(1)}× 50 ms`,
    tasks,
    atMost(longest, LONGEST_TASK, ' ms'),
  )
}

const browser = await chromium.launch({
  ...(process.env['TIDEMARK_BROWSER'] === undefined ? {} : { executablePath: process.env['TIDEMARK_BROWSER'] }),
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
})
const blank = await openPage(browser, 'about:blank')
const idle = await idleRate(blank)
await blank.close()
const page = await openPage(browser, `http://127.0.0.1:${shell.port}/#token=${stand.token}`)
for (const frame of [...frames.first, ...own.first]) say(frame)
await page.locator('.ticker-item').nth(2).waitFor()
await wait(2000)
for (const rate of RATES) await measure(page, rate, idle)
tell({
  kind: 'note',
  text: `The page shows all ${contracts.symbols.length} symbols in its ticker; shell and browser share this machine.`,
})
await browser.close()
await stand.stop()
process.exit(0)
