import type { CandleInterval, CandleRow } from '../../shared/market-rows.ts'
import type { Decimal } from '../../shared/decimal.ts'
import type { InstrumentId, Time } from '../../shared/ids.ts'

/** The price fields a venue can tell of. A missing field is unchanged; null is "the exchange has none". */
export interface PriceFields {
  readonly bid?: Decimal | null
  readonly bidSize?: Decimal | null
  readonly ask?: Decimal | null
  readonly askSize?: Decimal | null
  readonly last?: Decimal | null
  readonly mark?: Decimal | null
  readonly index?: Decimal | null
  readonly change24h?: Decimal | null
  readonly high24h?: Decimal | null
  readonly low24h?: Decimal | null
  readonly volume24h?: Decimal | null
  readonly turnover24h?: Decimal | null
  readonly fundingRate?: Decimal | null
  readonly nextFundingAt?: Time | null
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
