import type { Time } from '../../shared/ids.ts'
import type { Decimal } from '../../shared/decimal.ts'

export type Interval =
  '1m' | '3m' | '5m' | '15m' | '30m' | '1h' | '2h' | '4h' | '6h' | '8h' | '12h' | '1d' | '3d' | '1w' | '1M'

/** What happened between two moments; prices on the contract's tick grid. */
export interface Candle {
  readonly start: Time
  /** Exclusive. */
  readonly end: Time
  readonly open: Decimal
  readonly high: Decimal
  readonly low: Decimal
  readonly close: Decimal
  /** In the contract's own quantity. */
  readonly volume: Decimal
  /** Quote for linear contracts, base coin for inverse. */
  readonly turnover: Decimal
  /** Share of takers that bought, in [0, 1]. */
  readonly takerBuyShare: number
  readonly trades: number
  /** The interval is over. */
  readonly closed: boolean
}
