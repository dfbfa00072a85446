import type { InstrumentId } from '../../../shared/ids.ts'
import { symbolOf } from '../../../shared/ids.ts'
import type { MarketPrice, MarketView } from '../../account/market-view.ts'
import { amount, BTC, COIN, ETH, place, START } from '../../account/test/samples.ts'
import type { Instrument } from '../../market/instrument.ts'
import { findPerpetual } from '../../market/perpetual.ts'

export function instrument(changes: Partial<Instrument> = {}): Instrument {
  const id = changes.instrument ?? BTC
  return {
    instrument: id,
    market: place,
    symbol: symbolOf(id),
    base: 'BTC',
    quote: 'USDT',
    settle: 'USDT',
    kind: 'linear',
    tick: amount('0.1'),
    step: amount('0.001'),
    contractSize: amount('1'),
    sizeUnit: 'BTC',
    fundingIntervalHours: 8,
    expiresAt: null,
    trading: true,
    ...changes,
  }
}

export const linear = instrument()
export const inverse = instrument({
  instrument: COIN,
  kind: 'inverse',
  quote: 'USD',
  settle: 'BTC',
  sizeUnit: 'USD',
})

export function price(changes: Partial<MarketPrice> = {}): MarketPrice {
  return {
    mark: amount('84000'),
    markAt: START,
    markHeardAt: START,
    last: null,
    fundingRate: amount('0.0001'),
    nextFundingAt: START + 3_600_000,
    freshness: 'live',
    ...changes,
  }
}

export interface ManualMarket extends MarketView {
  set(instrument: InstrumentId, price: MarketPrice): void
  readonly wanted: ReadonlyMap<InstrumentId, number>
}

/** A market whose prices move when a test says so. */
export function createManualMarket(
  instruments: readonly Instrument[] = [linear, inverse, instrument({ instrument: ETH, base: 'ETH', sizeUnit: 'ETH' })],
): ManualMarket {
  const prices = new Map<InstrumentId, MarketPrice>()
  const wanted = new Map<InstrumentId, number>()
  const listeners = new Set<(changed: Iterable<InstrumentId>) => void>()
  return {
    price: (id) => prices.get(id) ?? null,
    instrument: (id) => instruments.find((one) => one.instrument === id) ?? null,
    perpetual: (market, base, quote) =>
      findPerpetual(
        instruments.filter((one) => one.market === market),
        base,
        quote,
      ),
    want: (id) => {
      wanted.set(id, (wanted.get(id) ?? 0) + 1)
      return () => wanted.set(id, (wanted.get(id) ?? 0) - 1)
    },
    onPrices: (take) => {
      listeners.add(take)
      return () => void listeners.delete(take)
    },
    set: (id, next) => {
      prices.set(id, next)
      for (const take of listeners) take([id])
    },
    wanted,
  }
}
