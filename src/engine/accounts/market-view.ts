import type { MarketView } from '../account/market-view.ts'
import type { Houses } from './houses.ts'

/** All open market houses as one market, for valuing accounts wherever they trade. */
export function viewOfHouses(houses: Houses): MarketView {
  return {
    price: (instrument) => houses.of(instrument)?.price(instrument) ?? null,
    instrument: (instrument) => houses.of(instrument)?.instrument(instrument) ?? null,
    perpetual: (market, base, quote) => houses.in(market)?.perpetual(base, quote) ?? null,
    want: (instrument) => houses.of(instrument)?.want(instrument, 'counted-on') ?? (() => undefined),
    onPrices: (take) => {
      const stops = [...houses.all()].map((house) => house.onPrices(take))
      stops.push(houses.onOpened((house) => stops.push(house.onPrices(take))))
      return () => {
        for (const stop of stops.splice(0)) stop()
      }
    },
  }
}
