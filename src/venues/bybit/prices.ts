import type { Instrument } from '../../engine/market/instrument.ts'
import type { MarketEvent } from '../../engine/market/price.ts'
import type { Plan } from '../../engine/ports/plan.ts'
import type { MarketContext } from '../../engine/ports/venue.ts'
import { ok } from '../../shared/result.ts'
import { priceEvent } from './normalise-price.ts'
import { readReports, type Ask, type Report } from './pages.ts'
import { publicRead } from './reads.ts'
import { readTickerFields } from './ticker-fields.ts'
import { tickerRow } from './wire-public.ts'

/** From this many contracts of one category on, one read of all of them is cheaper than a read each. */
const MANY = 5

/**
 * Prices to start from. Their order is zero, older than anything a stream will say.
 * Docs: https://bybit-exchange.github.io/docs/v5/market/tickers
 */
export function* prices(_context: MarketContext, wanted: readonly Instrument[]): Plan<readonly MarketEvent[]> {
  const reports = yield* readReports([...asksFor('linear', wanted), ...asksFor('inverse', wanted)])
  if (!reports.ok) return reports
  const bySymbol = new Map(wanted.map((instrument) => [instrument.symbol, instrument]))
  return ok(reports.value.flatMap((report) => eventsOf(report, bySymbol)))
}

function asksFor(category: Instrument['kind'], wanted: readonly Instrument[]): readonly Ask[] {
  const symbols = wanted.filter(({ kind }) => kind === category).map(({ symbol }) => symbol)
  if (symbols.length >= MANY) return [tickersAsk([['category', category]])]
  return symbols.map((symbol) =>
    tickersAsk([
      ['category', category],
      ['symbol', symbol],
    ]),
  )
}

function tickersAsk(query: Parameters<typeof publicRead>[1]): Ask {
  return { read: publicRead('/v5/market/tickers', query), shape: 'list', needed: 'if-possible' }
}

/** A ticker that cannot be read is left out: the stream will tell that price. */
function eventsOf({ rows, at }: Report, bySymbol: ReadonlyMap<string, Instrument>): readonly MarketEvent[] {
  return rows.flatMap((row) => {
    const checked = tickerRow.safeParse(row)
    const instrument = checked.success ? bySymbol.get(checked.data.symbol) : undefined
    const fields = readTickerFields(row)
    if (instrument === undefined || !fields.ok) return []
    return [priceEvent(instrument, { whole: true, fields: fields.value, order: 0, at: at ?? 0 })]
  })
}
