import type { InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { AccountState } from '../account/event.ts'
import { instrumentsOf } from '../account/instruments-of.ts'
import type { MarketView } from '../account/market-view.ts'

/** Keeps prices coming for exactly the instruments that an account holds or has orders in. */
export interface Wants {
  has(instrument: InstrumentId): boolean
  follow(state: AccountState | null): void
}

export function createWants(market: MarketView): Wants {
  const stops = new Map<InstrumentId, Stop>()

  function drop(instrument: InstrumentId, stop: Stop): void {
    stops.delete(instrument)
    stop()
  }

  return {
    has: (instrument) => stops.has(instrument),
    follow: (state) => {
      const wanted = state === null ? new Set<InstrumentId>() : instrumentsOf(state)
      for (const instrument of wanted) if (!stops.has(instrument)) stops.set(instrument, market.want(instrument))
      for (const [instrument, stop] of [...stops]) if (!wanted.has(instrument)) drop(instrument, stop)
    },
  }
}
