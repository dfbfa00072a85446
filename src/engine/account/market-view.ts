import type { Decimal } from '../../shared/decimal.ts'
import type { Freshness } from '../../shared/fields.ts'
import type { InstrumentId, MarketId, Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Instrument } from '../market/instrument.ts'

/** What valuation needs of one instrument's prices. */
export interface MarketPrice {
  readonly mark: Decimal | null
  /** The exchange's time of the mark price; other prices of the instrument may be newer. */
  readonly markAt: Time
  /** Our time when the mark price was last heard. */
  readonly markHeardAt: Time
  readonly last: Decimal | null
  readonly fundingRate: Decimal | null
  readonly nextFundingAt: Time | null
  /** Of the stream that carries them. */
  readonly freshness: Freshness
}

/** The market as accounts see it. A price object is replaced, never changed, when any of its figures moves. */
export interface MarketView {
  price(instrument: InstrumentId): MarketPrice | null
  instrument(instrument: InstrumentId): Instrument | null
  /** The contract whose price is the worth of one `base` in `quote`; null where the market place lists none. */
  perpetual(market: MarketId, base: string, quote: string): Instrument | null
  /** Keeps prices of an instrument coming until stopped; several wants of one instrument are one subscription. */
  want(instrument: InstrumentId): Stop
  /** Tells which instruments have new prices, or a new freshness of them. */
  onPrices(take: (changed: Iterable<InstrumentId>) => void): Stop
}
