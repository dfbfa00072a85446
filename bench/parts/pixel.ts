import type { Page } from '@playwright/test'
import { setTimeout as wait } from 'node:timers/promises'
import { createDraw } from '../frames/draw.ts'
import type { Frame } from '../frames/frame-kind.ts'
import { mixOf } from '../frames/frame-kind.ts'
import { framesOf } from '../frames/kinds.ts'
import { delaysOf, framesPerSecond } from '../pixel/delays.ts'
import { generate } from '../pixel/generator.ts'
import { launch, openPage, pageAheadOf, pageSeconds, stopWatching, watchIdle, type Idle } from '../pixel/page.ts'
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
/** Three frames of a usual screen. */
const STALL = 50

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

async function measure(page: Page, rate: number, idle: Idle): Promise<void> {
  const pageAhead = await pageAheadOf(page)
  const before = await pageSeconds(browser)
  await page.evaluate(watchPage, marker.replace('USDT', ''))
  const sent = await generate({ rate, seconds: SECONDS, make, marker: markerFrame, say }, 100_000 + count.marks)
  await wait(500)
  const seen = await stopWatching(page)
  const busy = (await pageSeconds(browser)) - before
  const delays = delaysOf(sent, seen.marks, pageAhead)
  if (delays.length < sent.length - 1)
    throw new Error(`${sent.length - delays.length} of ${sent.length} markers never came`)
  report({ rate, idle, delays, seen, busy: busy / SECONDS })
}

interface Measured {
  readonly rate: number
  readonly idle: Idle
  readonly delays: readonly number[]
  readonly seen: Seen
  /** The share of one core that the page's process used. */
  readonly busy: number
}

function report({ rate, idle, delays, seen, busy }: Measured): void {
  const [half, most] = [quantile(delays, 0.5), quantile(delays, 0.99)]
  const title = `Frame to pixel at ${rate.toLocaleString('en')} messages a second`
  const delay = `p50 ${half.toFixed(0)} ms, p99 ${most.toFixed(0)} ms, ${delays.length} values`
  const screenFrames = (most / (1000 / idle.rate)).toFixed(1)
  tellFigure(title, `p99 ${screenFrames} screen frames`, delay, atMost(most, DELAY_AIM, ' ms'))
  reportBeats(framesPerSecond(seen.frames), idle, busy)
  reportTasks(seen.longTasks)
}

function reportBeats(rate: number, idle: Idle, busy: number): void {
  const share = rate / idle.rate
  const beats = `${rate.toFixed(1)} against ${idle.rate.toFixed(1)} a second idle; ${(100 * busy).toFixed(0)} % of a core`
  tellFigure('  page frame rate', `${share.toFixed(3)}× idle`, beats, atLeast(share, FULL_RATE, '×'))
}

function reportTasks(tasks: readonly number[]): void {
  const longest = Math.max(0, ...tasks)
  const ratio = `${(longest / LONGEST_TASK).toFixed(1)}× 50 ms`
  const measured = longest === 0 ? 'none over 50 ms' : `longest ${longest.toFixed(0)} ms, ${tasks.length} over 50 ms`
  tellFigure('  longest task in the page', ratio, measured, atMost(longest, LONGEST_TASK, ' ms'))
}

const browser = await launch()
const idle = await watchIdle(browser, Math.min(SECONDS, 5))
const page = await openPage(browser, `http://127.0.0.1:${shell.port}/#token=${stand.token}`)
for (const frame of [...frames.first, ...own.first]) say(frame)
await page.locator('.ticker-item').nth(2).waitFor()
await wait(2000)
for (const rate of RATES) await measure(page, rate, idle)
tell({
  kind: 'note',
  text: `The page shows all ${contracts.symbols.length} symbols in its ticker; shell and browser share this machine.`,
})
if (idle.stall > STALL)
  tell({
    kind: 'note',
    text: `Even an idle page stood still for ${idle.stall.toFixed(0)} ms: this machine is busy with other things.`,
  })
await browser.close()
await stand.stop()
process.exit(0)
