import { setImmediate as breathe } from 'node:timers/promises'
import { framesOf } from '../frames/kinds.ts'
import { mixOf, type Frame } from '../frames/frame-kind.ts'
import { atMost, tell, tellFigure } from '../report/figure.ts'
import { contracts } from '../stand/exchange.ts'
import { createReader } from '../stand/reader.ts'
import { createShellStand, VENUE } from '../stand/shell-stand.ts'
import { until } from '../stand/until.ts'

const quick = process.argv.includes('--quick')
const MILLION = quick ? 20_000 : 1_000_000
const AIM = 1.1
/** Frames between two looks at timers and links, as a socket delivers them. */
const BURST = 500

const { symbols, charted } = contracts
const frames = framesOf(VENUE, symbols, charted)
const { shell, sockets, token, watched, stop } = await createShellStand()
const reader = createReader(token, watched)
shell.desk.accept(reader.link)
await until(() => symbols.every((symbol) => sockets.carrier(`tickers.${symbol}`) !== undefined))
const tickers = frames.market.filter(({ name }) => name.startsWith('ticker'))
const make = mixOf(tickers, () => frames.draw.next())

function say({ topic, text }: Frame): void {
  sockets.carrier(topic)?.(text)
}

async function feed(count: number): Promise<void> {
  for (let said = 0; said < count; said += 1) {
    say(make())
    if (said % BURST === 0) await breathe()
  }
}

async function heap(): Promise<number> {
  for (let round = 0; round < 4; round += 1) {
    await breathe()
    globalThis.gc?.()
  }
  return process.memoryUsage().heapUsed
}

frames.first.forEach(say)
await feed(MILLION)
const early = await heap()
await feed(9 * MILLION)
const late = await heap()
if (reader.frames() < 10) throw new Error('The link was sent nothing')
const measured = `heap ${megabytes(late)} MB after ${words(10 * MILLION)} frames, ${megabytes(early)} MB after ${words(MILLION)}`
tellFigure('Engine memory', `${(late / early).toFixed(3)}×`, measured, atMost(late / early, AIM, '×'))
if (quick) tell({ kind: 'note', text: 'Shortened: the aim is about ten million frames against one million.' })
await stop()
process.exit(0)

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1)
}

function words(count: number): string {
  return count.toLocaleString('en')
}
