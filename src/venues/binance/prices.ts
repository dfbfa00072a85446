import { z } from 'zod'
import type { Instrument, Instruments } from '../../engine/market/instrument.ts'
import type { MarketEvent } from '../../engine/market/price.ts'
import type { Plan, Read } from '../../engine/ports/plan.ts'
import { ok, type Result } from '../../shared/result.ts'
import { accept } from './decode.ts'
import { bookEvent, dayEvent, markEvent } from './normalise-report.ts'
import { publicRead } from './reads.ts'
import { bookReport, dayTicker, premiumIndex } from './wire-market.ts'

/** Up to this many contracts are asked for one by one; above, one request for all of them weighs less. */
const MOST_SINGLE = 10

interface Source<Row> {
  readonly path: string
  readonly singleWeight: number
  readonly allWeight: number
  readonly row: z.ZodType<Row>
  readonly event: (row: Row, instruments: Instruments) => readonly MarketEvent[]
}

const books: Source<z.infer<typeof bookReport>> = {
  path: '/fapi/v1/ticker/bookTicker',
  singleWeight: 2,
  allWeight: 5,
  row: bookReport,
  event: bookEvent,
}
const days: Source<z.infer<typeof dayTicker>> = {
  path: '/fapi/v1/ticker/24hr',
  singleWeight: 1,
  allWeight: 40,
  row: dayTicker,
  event: dayEvent,
}
const marks: Source<z.infer<typeof premiumIndex>> = {
  path: '/fapi/v1/premiumIndex',
  singleWeight: 1,
  allWeight: 10,
  row: premiumIndex,
  event: markEvent,
}

/** What to start from before the streams speak. */
export function* pricesPlan(wanted: readonly Instrument[]): Plan<readonly MarketEvent[]> {
  if (wanted.length === 0) return ok([])
  const asked = new Map(wanted.map((instrument) => [instrument.instrument, instrument]))
  const events = [yield* sourcePlan(books, asked), yield* sourcePlan(days, asked), yield* sourcePlan(marks, asked)]
  return events.find((result) => !result.ok) ?? ok(events.flatMap((result) => (result.ok ? result.value : [])))
}

function* sourcePlan<Row>(source: Source<Row>, wanted: Instruments): Plan<readonly MarketEvent[]> {
  const outcomes = yield readsOf(source, [...wanted.values()])
  const events: MarketEvent[] = []
  for (const outcome of outcomes) {
    const rows: Result<readonly Row[]> = rowsOf(source, accept(outcome, z.unknown(), source.path))
    if (!rows.ok) return rows
    events.push(...rows.value.flatMap((row) => source.event(row, wanted)))
  }
  return ok(events)
}

function readsOf<Row>(source: Source<Row>, wanted: readonly Instrument[]): readonly Read[] {
  if (wanted.length > MOST_SINGLE) return [publicRead(source.path, source.allWeight)]
  return wanted.map(({ symbol }) => publicRead(source.path, source.singleWeight, [['symbol', symbol]]))
}

/** An object when one symbol was asked for, a list otherwise; rows that cannot be read tell nothing. */
function rowsOf<Row>(source: Source<Row>, payload: Result<unknown>): Result<readonly Row[]> {
  if (!payload.ok) return payload
  const rows: readonly unknown[] = Array.isArray(payload.value) ? payload.value : [payload.value]
  return ok(rows.flatMap((row) => readable(source, row)))
}

function readable<Row>(source: Source<Row>, row: unknown): readonly Row[] {
  const read = source.row.safeParse(row)
  return read.success ? [read.data] : []
}
