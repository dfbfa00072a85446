import type { CandleInterval, CandleRow } from '../../shared/market-rows.ts'
import type { Decimal } from '../../shared/decimal.ts'
import type { InstrumentId, Time } from '../../shared/ids.ts'

/** What a message says of one field: undefined or missing is unchanged, null is "the exchange has none". */
type Told<Value> = Value | null | undefined

/** The price fields a venue can tell of. */
export interface PriceFields {
  readonly bid?: Told<Decimal>
  readonly bidSize?: Told<Decimal>
  readonly ask?: Told<Decimal>
  readonly askSize?: Told<Decimal>
  readonly last?: Told<Decimal>
  readonly mark?: Told<Decimal>
  readonly index?: Told<Decimal>
  readonly change24h?: Told<Decimal>
  readonly high24h?: Told<Decimal>
  readonly low24h?: Told<Decimal>
  readonly volume24h?: Told<Decimal>
  readonly turnover24h?: Told<Decimal>
  readonly fundingRate?: Told<Decimal>
  readonly nextFundingAt?: Told<Time>
}

/**
 * `whole` replaces every field of the instrument that this stream carries; otherwise only the named fields change.
 * `order` rises within one connection and stream; an older one is ignored. It starts anew with each connection.
 */
export type MarketEvent =
  | {
      readonly kind: 'price'
      readonly instrument: InstrumentId
      /** Which stream of the instrument, so that orders of different streams are not compared. */
      readonly stream: string
      readonly whole: boolean
      readonly fields: PriceFields
      readonly order: number
      readonly at: Time
    }
  | {
      readonly kind: 'candle'
      readonly instrument: InstrumentId
      readonly interval: CandleInterval
      readonly candle: CandleRow
      readonly at: Time
    }
  /** The list of contracts changed; fetch it again. */
  | { readonly kind: 'instruments-changed'; readonly at: Time }
