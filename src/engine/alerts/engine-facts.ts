import type { Decimal } from '../../shared/decimal.ts'
import type { InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { PriceRow } from '../../shared/market-rows.ts'
import type { Clock } from '../ports/clock.ts'
import type { EngineState } from '../state.ts'
import type { Table } from '../tables.ts'
import type { SystemFigure } from '../ports/alert-host.ts'
import type { Facts } from './facts.ts'
import type { Movement } from './movement.ts'
import { isIncoming, type PriceFigure, type Source } from './sources.ts'

export interface FactsOptions {
  readonly clock: Clock
  readonly state: EngineState
  readonly movement: Movement
  readonly run: Facts['run']
  venueName(instrument: InstrumentId): string | null
  system(figure: SystemFigure): Decimal | null
}

/** The engine's tables as alerts see them: always what they hold now. */
export function createFacts({ clock, state, movement, run, venueName, system }: FactsOptions): Facts {
  return {
    prices: state.prices,
    positions: state.positions,
    totals: state.totals,
    balances: state.balances,
    accounts: state.accounts,
    streams: state.streams,
    fills: state.incoming.fills,
    flows: state.incoming.flows,
    endedOrders: state.incoming.orders,
    moved: (instrument, withinMs, direction) => movement.moved(instrument, withinMs, direction, clock.now()),
    venueName,
    system,
    run,
  }
}

/** Tells which source changed, as tables announce it; fresh prices are remembered for windows on the way. */
export function followSources(state: EngineState, movement: Movement, take: (source: Source) => void): Stop {
  const whole: readonly (readonly [Table<object>, Source])[] = [
    [state.positions, 'positions'],
    [state.totals, 'totals'],
    [state.balances, 'balances'],
    [state.accounts, 'accounts'],
    [state.streams, 'streams'],
    [state.incoming.fills, 'fills'],
    [state.incoming.flows, 'flows'],
    [state.incoming.orders, 'orders'],
  ]
  const stops = whole.map(([table, source]) => table.onChange(() => take(source)))
  const stopPrices = followPrices(state.prices, movement, take)
  return () => [...stops, stopPrices].forEach((stop) => stop())
}

/** Takes out what came in, once rules were held against all of it. */
export function takeOut({ incoming }: EngineState, source: Source): void {
  if (!isIncoming(source)) return
  for (const key of [...incoming[source].keys()]) incoming[source].set(key, null)
}

/** Most of what a price row changes by is its order book, and no rule looks at that. */
function followPrices(prices: Table<PriceRow>, movement: Movement, take: (source: Source) => void): Stop {
  const seen = new Map<string, PriceRow>()
  return prices.onChange((key) => {
    const row = prices.get(key)
    const before = seen.get(key)
    if (row === undefined) seen.delete(key)
    else seen.set(key, row)
    const price = row === undefined ? null : priceOf(row)
    if (row?.freshness === 'live' && price !== null) movement.heard(row.instrument, price, row.heardAt)
    for (const figure of changedFigures(before, row)) take(`${figure} ${key}`)
  })
}

const FIGURES: Readonly<Record<PriceFigure, (row: PriceRow) => Decimal | null>> = {
  mark: priceOf,
  last: ({ last }) => last,
  funding: ({ fundingRate }) => fundingRate,
}
// Of an object with just these keys.
const NAMES = Object.keys(FIGURES) as readonly PriceFigure[]

function changedFigures(before: PriceRow | undefined, row: PriceRow | undefined): readonly PriceFigure[] {
  if (before === undefined || row === undefined || before.freshness !== row.freshness) return NAMES
  return NAMES.filter((name) => FIGURES[name](before) !== FIGURES[name](row))
}

/** The mark price, and where there is none the last one. */
function priceOf({ mark, last }: PriceRow): Decimal | null {
  return mark ?? last
}
