import type { Freshness } from '../../shared/fields.ts'
import type { AccountId, MarketId, Time } from '../../shared/ids.ts'
import type { AccountSnapshot, AccountState } from './event.ts'

/** A watched account as the portfolio sees it. `state` is null before the first snapshot. */
export interface AccountView {
  readonly account: AccountId
  readonly label: string
  /** The market place it trades at. */
  readonly market: MarketId
  readonly freshness: Freshness
  readonly state: AccountState | null
}

/** Why a view is shown anew. */
export type ViewChange =
  | { readonly kind: 'snapshot'; readonly snapshot: AccountSnapshot; readonly heardAt: Time }
  | { readonly kind: 'events'; readonly heardAt: Time }
  /** Its freshness or its label. */
  | { readonly kind: 'standing' }
