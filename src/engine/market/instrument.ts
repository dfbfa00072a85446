import type { Decimal } from '../../shared/decimal.ts'
import type { InstrumentId, MarketId, Time } from '../../shared/ids.ts'

/** A contract as its exchange lists it. Nothing about it is ever guessed from its symbol. */
export interface Instrument {
  readonly instrument: InstrumentId
  readonly market: MarketId
  readonly symbol: string
  readonly base: string
  readonly quote: string
  readonly settle: string
  readonly kind: 'linear' | 'inverse'
  /** Smallest price and quantity steps, for display. */
  readonly tick: Decimal
  readonly step: Decimal
  /** Base units (linear) or quote units (inverse) of one unit of size. */
  readonly contractSize: Decimal
  /** The asset sizes are counted in: the base of a linear contract, the quote of an inverse one. */
  readonly sizeUnit: string
  readonly fundingIntervalHours: number | null
  /** Null for a perpetual. */
  readonly expiresAt: Time | null
  readonly trading: boolean
}

export type Instruments = ReadonlyMap<InstrumentId, Instrument>
