import type { Instrument } from '../../engine/market/instrument.ts'
import type { Plan, Read } from '../../engine/ports/plan.ts'
import type { Time } from '../../shared/ids.ts'
import type { CandleInterval, CandleRow } from '../../shared/market-rows.ts'
import { ok } from '../../shared/result.ts'
import { ask } from './decode.ts'
import { publicRead } from './reads.ts'
import { klines, type Kline } from './wire-market.ts'

const MOST_PER_PAGE = 1000

/** Walks back from `before`. The newest row may still be forming, and nothing but its closing time says so. */
export function* candlesPlan(
  instrument: Instrument,
  interval: CandleInterval,
  before: Time,
  count: number,
  now: Time,
): Plan<readonly CandleRow[]> {
  let rows: readonly CandleRow[] = []
  while (rows.length < count) {
    const end = rows[0]?.openedAt ?? before
    const wanted = Math.min(count - rows.length, MOST_PER_PAGE)
    const page = yield* ask(klinesRead(instrument.symbol, interval, end, wanted), klines)
    if (!page.ok) return page
    const older = page.value.map((kline) => candleOf(kline, now)).filter(({ openedAt }) => openedAt < end)
    rows = [...older.sort((a, b) => a.openedAt - b.openedAt), ...rows]
    if (page.value.length < wanted || older.length === 0) break
  }
  return ok(rows.slice(-count))
}

function klinesRead(symbol: string, interval: CandleInterval, before: Time, limit: number): Read {
  return publicRead('/fapi/v1/klines', weightOf(limit), [
    ['symbol', symbol],
    ['interval', interval],
    ['endTime', String(before - 1)],
    ['limit', String(limit)],
  ])
}

function weightOf(limit: number): number {
  return limit < 100 ? 1 : limit < 500 ? 2 : 5
}

function candleOf([openedAt, open, high, low, close, volume, closesAt]: Kline, now: Time): CandleRow {
  return { openedAt, open, high, low, close, volume, closed: closesAt < now }
}
