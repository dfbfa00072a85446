import type { AccountRow, FillRow, FlowRow, PositionRow, TotalRow, BalanceRow } from '../../shared/account-rows.ts'
import type { Decimal } from '../../shared/decimal.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import type { AccountId, InstrumentId, Time } from '../../shared/ids.ts'
import type { PriceRow } from '../../shared/market-rows.ts'
import type { SystemFigure } from '../ports/alert-host.ts'

export interface Rows<Row> {
  get(key: string): Row | undefined
  rows(): Iterable<readonly [string, Row]>
}

/** An order that came to an end of its own. */
export interface EndedOrder {
  readonly account: AccountId
  readonly order: string
  /** Null, with an empty symbol, where the exchange did not say. */
  readonly instrument: InstrumentId | null
  readonly symbol: string
  readonly how: 'rejected' | 'expired'
  readonly at: Time
}

/** Everything alerts may look at, as it is now. Looking changes nothing. */
export interface Facts {
  readonly prices: Rows<PriceRow>
  readonly positions: Rows<PositionRow>
  readonly totals: Rows<TotalRow>
  readonly balances: Rows<BalanceRow>
  readonly accounts: Rows<AccountRow>
  readonly streams: Rows<StreamRow>
  /** Fills, flows and ended orders that no rule was held against yet. */
  readonly fills: Rows<FillRow>
  readonly flows: Rows<FlowRow>
  readonly endedOrders: Rows<EndedOrder>
  /** The largest move of a contract's mark price within a window up to now, as a signed fraction; null: not known. */
  moved(instrument: InstrumentId, withinMs: number, direction: 'up' | 'down' | 'either'): Decimal | null
  /** What the exchange of a contract is called; null where this build does not know it. */
  venueName(instrument: InstrumentId): string | null
  /** Null where it cannot be read. */
  system(figure: SystemFigure): Decimal | null
  /** When this run of the program began, and until when the one before watched; null: there was none. */
  readonly run: { readonly startedAt: Time; readonly watchedBefore: Time | null }
}
