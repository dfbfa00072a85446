import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Candle, Interval } from './candle.ts'
import type { Contract, VenueName } from './contract.ts'
import type { DayFigures, Quote } from './quote.ts'

/** A price set by hand. `hold` keeps it until released; `walk` lets the walk go on from there. */
export interface PriceOrder {
  readonly last: Decimal
  readonly mark: Decimal
  readonly index: Decimal
  readonly then: 'hold' | 'walk'
}

/**
 * One seeded market. Every figure is a function of seed and time, so a symbol nobody watches costs nothing and any
 * past moment can be asked for.
 */
export interface Market {
  readonly contracts: readonly Contract[]
  /** Throws on an id that is not ours: ids come from `contracts`. */
  contract(id: string): Contract
  find(venue: VenueName, symbol: string): Contract | null
  listed(venue: VenueName): readonly Contract[]
  quote(contract: Contract, at: Time): Quote
  /** The part of a quote that positions are valued at; cheaper than all of it. */
  fair(contract: Contract, at: Time): Pick<Quote, 'mark' | 'index'>
  day(contract: Contract, at: Time): DayFigures
  /** What the next funding will cost, as announced at a moment; null on dated contracts. */
  fundingRate(contract: Contract, at: Time): Decimal | null
  /** USD per unit of an asset; 1 for dollars, about 1 for stable coins. */
  assetPrice(asset: string, at: Time): Decimal
  /** The candle of that interval that holds `within`, as it stood at `now`. */
  candle(contract: Contract, interval: Interval, within: Time, now: Time): Candle
  /** Candles that opened in [from, to], oldest first, the newest `count` of them, none from the future of `now`. */
  candles(contract: Contract, interval: Interval, range: CandleRange): readonly Candle[]
  setPrice(contract: Contract, at: Time, order: PriceOrder): void
  /** Back to the walk, from the price it has. */
  release(contract: Contract, at: Time): void
  /** Exchange's funding rate from now on; null gives it back to the walk. */
  setFundingRate(contract: Contract, rate: Decimal | null): void
}

export interface CandleRange {
  readonly from: Time
  readonly to: Time
  readonly count: number
  readonly now: Time
}
