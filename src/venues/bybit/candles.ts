import type { Instrument } from '../../engine/market/instrument.ts'
import type { Plan, Read } from '../../engine/ports/plan.ts'
import type { MarketContext } from '../../engine/ports/venue.ts'
import type { CandleInterval, CandleRow } from '../../shared/market-rows.ts'
import type { Time } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { read, readAll, unreadable } from './failures.ts'
import { intervals } from './intervals.ts'
import { candleOf } from './normalise-price.ts'
import { publicRead } from './reads.ts'
import { page } from './wire.ts'
import { klineRow } from './wire-public.ts'

const PATH = '/v5/market/kline'
const MOST_AT_ONCE = 1000

/** Oldest first, as many reads as it takes. Docs: https://bybit-exchange.github.io/docs/v5/market/kline */
export function* candles(
  _context: MarketContext,
  instrument: Instrument,
  interval: CandleInterval,
  before: Time,
  count: number,
  now: Time,
): Plan<readonly CandleRow[]> {
  let found: readonly CandleRow[] = []
  for (let end = before; found.length < count; end = found[0]?.openedAt ?? 0) {
    const wanted = Math.min(count - found.length, MOST_AT_ONCE)
    const [outcome] = yield [klineRead(instrument, interval, end, wanted)]
    if (outcome?.kind !== 'payload') return fail(outcome?.failure ?? unreadable(PATH))
    const part = candlesOf(outcome.payload, interval, end, now)
    if (!part.ok) return part
    found = [...part.value, ...found]
    if (part.value.length < wanted) break
  }
  return ok(found)
}

function klineRead(instrument: Instrument, interval: CandleInterval, before: Time, limit: number): Read {
  return publicRead(PATH, [
    ['category', instrument.kind],
    ['symbol', instrument.symbol],
    ['interval', intervals[interval].word],
    ['end', String(before - 1)],
    ['limit', String(limit)],
  ])
}

/** The exchange sends the newest first, the open candle among them. */
function candlesOf(payload: unknown, interval: CandleInterval, before: Time, now: Time): Result<readonly CandleRow[]> {
  const list = read(page, payload, PATH)
  if (!list.ok) return list
  const rows = readAll(klineRow, list.value.list, PATH)
  if (!rows.ok) return rows
  const { lengthMs } = intervals[interval]
  const found = rows.value.map((row) => candleOf(row, lengthMs, now))
  return ok(found.filter(({ openedAt }) => openedAt < before).sort((a, b) => a.openedAt - b.openedAt))
}
