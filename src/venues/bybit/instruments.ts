import type { Instrument } from '../../engine/market/instrument.ts'
import type { Plan } from '../../engine/ports/plan.ts'
import type { MarketContext } from '../../engine/ports/venue.ts'
import { decimal } from '../../shared/decimal.ts'
import { instrumentId, type MarketId, type Time } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import { readReports, type Ask, type Report } from './pages.ts'
import { publicRead } from './reads.ts'
import { amountOf, maybeMomentOf } from './values.ts'
import { instrumentRow, type InstrumentRow } from './wire-public.ts'

type Category = 'linear' | 'inverse'

interface Listing {
  readonly category: Category
  /** Null: the exchange's own choice, which is what trades. */
  readonly status: string | null
}

/**
 * What can be held. Beyond what trades, positions exist in contracts before their launch and during their delivery;
 * closed inverse contracts are needed to know which coin their history was paid in.
 */
const listings: readonly Listing[] = [
  { category: 'linear', status: null },
  { category: 'inverse', status: null },
  { category: 'linear', status: 'PreLaunch' },
  { category: 'linear', status: 'Delivering' },
  { category: 'inverse', status: 'Delivering' },
  { category: 'inverse', status: 'Closed' },
]

/** Every contract of every listing, all pages. Docs: https://bybit-exchange.github.io/docs/v5/market/instrument */
export function* instruments({ market }: Pick<MarketContext, 'market'>): Plan<readonly Instrument[]> {
  const reports = yield* readReports(listings.map(askFor))
  if (!reports.ok) return reports
  return ok(merged(reports.value, market))
}

function askFor({ category, status }: Listing): Ask {
  const filter = status === null ? [] : ([['status', status]] as const)
  const query = [['category', category], ['limit', '1000'], ...filter] as const
  return {
    read: publicRead('/v5/market/instruments-info', query),
    shape: 'list',
    needed: status === null ? 'always' : 'if-possible',
  }
}

/** A listed row that cannot be read costs that contract only; what trades goes before what is merely remembered. */
function merged(reports: readonly Report[], market: MarketId): readonly Instrument[] {
  const found = new Map<string, Instrument>()
  for (const [index, { category }] of listings.entries()) {
    for (const row of reports[index]?.rows ?? []) {
      const checked = instrumentRow.safeParse(row)
      if (!checked.success || found.has(checked.data.symbol)) continue
      found.set(checked.data.symbol, instrumentOf(checked.data, category, market))
    }
  }
  return [...found.values()]
}

const ONE_UNIT = decimal('1')
const trading: ReadonlySet<string> = new Set(['Trading', 'PreLaunch'])

function instrumentOf(row: InstrumentRow, category: Category, market: MarketId): Instrument {
  return {
    instrument: instrumentId(market, row.symbol),
    market,
    symbol: row.symbol,
    base: row.baseCoin,
    quote: row.quoteCoin,
    settle: row.settleCoin,
    kind: category,
    tick: amountOf(row.priceFilter.tickSize),
    step: amountOf(row.lotSizeFilter.qtyStep),
    contractSize: ONE_UNIT,
    sizeUnit: category === 'linear' ? row.baseCoin : row.quoteCoin,
    fundingIntervalHours: hoursOf(row.fundingInterval),
    expiresAt: expiryOf(row),
    trading: trading.has(row.status),
  }
}

/** Stated in minutes; zero for a contract without funding. */
function hoursOf(minutes: number | null | undefined): number | null {
  return minutes === null || minutes === undefined || minutes === 0 ? null : minutes / 60
}

/** A perpetual about to be delisted has a delivery time too, but no expiry. */
function expiryOf(row: InstrumentRow): Time | null {
  return row.contractType.endsWith('Perpetual') ? null : maybeMomentOf(row.deliveryTime)
}
