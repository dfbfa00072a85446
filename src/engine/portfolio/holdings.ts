import type { AccountState, Position } from '../account/event.ts'
import type { MarketPrice, MarketView } from '../account/market-view.ts'
import type { Instrument } from '../market/instrument.ts'
import { valuePosition, type PositionValue } from './value.ts'

/** An open position with what it is worth now. */
export interface Holding {
  readonly position: Position
  readonly instrument: Instrument | null
  readonly price: MarketPrice | null
  readonly value: PositionValue
}

export type Holdings = ReadonlyMap<string, Holding>

/**
 * Values the open positions of an account; one whose statement and price did not change keeps its value. When none
 * changed the same map comes back.
 */
export function holdingsOf(state: AccountState, market: MarketView, before: Holdings): Holdings {
  const holdings = new Map<string, Holding>()
  for (const [key, position] of state.positions) {
    if (position.size === null) continue
    holdings.set(key, hold(position, market, before.get(key)))
  }
  const unchanged = holdings.size === before.size && [...holdings].every(([key, one]) => before.get(key) === one)
  return unchanged ? before : holdings
}

function hold(position: Position, market: MarketView, before: Holding | undefined): Holding {
  const instrument = market.instrument(position.instrument)
  const price = market.price(position.instrument)
  const known = before !== undefined && before.position === position && before.instrument === instrument
  if (known && before.price === price) return before
  const unmoved = known && before.price?.mark === price?.mark && before.price?.markAt === price?.markAt
  const value = unmoved ? before.value : valuePosition(position, instrument, price, before?.value ?? null)
  return { position, instrument, price, value }
}
