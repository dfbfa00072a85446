import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'

/** Everything that moves from tick to tick, on the tick grid. */
export interface Quote {
  readonly at: Time
  readonly last: Decimal
  readonly bid: Decimal
  readonly bidSize: Decimal
  readonly ask: Decimal
  readonly askSize: Decimal
  readonly mark: Decimal
  readonly index: Decimal
  readonly openInterest: Decimal
  /** Null on dated contracts. */
  readonly funding: { readonly rate: Decimal; readonly next: Time } | null
}

/** The rolling 24 hours, at whole-second resolution. */
export interface DayFigures {
  readonly open: Decimal
  readonly high: Decimal
  readonly low: Decimal
  readonly hourAgo: Decimal
  readonly volume: Decimal
  readonly turnover: Decimal
  readonly trades: number
}
