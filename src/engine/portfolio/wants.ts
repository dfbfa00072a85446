import type { InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { MarketView } from '../account/market-view.ts'

/** Keeps prices coming for exactly the instruments that an account's figures lean on. */
export interface Wants {
  has(instrument: InstrumentId): boolean
  follow(instruments: ReadonlySet<InstrumentId>): void
}

export function createWants(market: MarketView): Wants {
  const stops = new Map<InstrumentId, Stop>()

  function drop(instrument: InstrumentId, stop: Stop): void {
    stops.delete(instrument)
    stop()
  }

  return {
    has: (instrument) => stops.has(instrument),
    follow: (wanted) => {
      for (const instrument of wanted) if (!stops.has(instrument)) stops.set(instrument, market.want(instrument))
      for (const [instrument, stop] of [...stops]) if (!wanted.has(instrument)) drop(instrument, stop)
    },
  }
}
