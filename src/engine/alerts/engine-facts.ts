import type { Decimal } from '../../shared/decimal.ts'
import type { Stop } from '../../shared/link.ts'
import type { Clock } from '../ports/clock.ts'
import type { EngineState } from '../state.ts'
import type { Table } from '../tables.ts'
import type { SystemFigure } from '../ports/alert-host.ts'
import type { Facts } from './facts.ts'
import type { Movement } from './movement.ts'
import type { Source } from './sources.ts'

export interface FactsOptions {
  readonly clock: Clock
  readonly state: EngineState
  readonly movement: Movement
  readonly run: Facts['run']
  system(figure: SystemFigure): Decimal | null
}

/** The engine's tables as alerts see them: always what they hold now. */
export function createFacts({ clock, state, movement, run, system }: FactsOptions): Facts {
  return {
    prices: state.prices,
    positions: state.positions,
    totals: state.totals,
    balances: state.balances,
    accounts: state.accounts,
    streams: state.streams,
    fills: state.fills,
    flows: state.flows,
    endedOrders: state.endedOrders,
    moved: (instrument, withinMs, direction) => movement.moved(instrument, withinMs, direction, clock.now()),
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
    [state.fills, 'fills'],
    [state.flows, 'flows'],
    [state.endedOrders, 'orders'],
  ]
  const stops = whole.map(([table, source]) => table.onChange(() => take(source)))
  const stopPrices = state.prices.onChange((key) => {
    const row = state.prices.get(key)
    const price = row?.mark ?? row?.last ?? null
    if (row?.freshness === 'live' && price !== null) movement.heard(row.instrument, price, row.heardAt)
    take(`price ${key}`)
  })
  return () => [...stops, stopPrices].forEach((stop) => stop())
}
