import { createStore, type StoreApi } from 'zustand/vanilla'
import type { InstrumentId } from '../../shared/ids.ts'
import type { Chosen } from './queries.ts'

export const TABS = ['account', 'markets', 'alerts', 'system', 'settings'] as const
export type Tab = (typeof TABS)[number]

/** Where the user is: not kept by the engine, gone with the page. */
export interface View {
  readonly tab: Tab
  readonly account: Chosen
  /** The contract on the chart of the Markets tab; null is the first of the watchlist. */
  readonly instrument: InstrumentId | null
  /** Whether the form for a new rule of the Alerts tab is open. */
  readonly newRule: 'open' | 'closed'
  readonly palette: 'open' | 'closed'
  readonly shortcuts: 'open' | 'closed'
}

export function createView(): StoreApi<View> {
  return createStore<View>(() => ({
    tab: 'account',
    account: 'all',
    instrument: null,
    newRule: 'closed',
    palette: 'closed',
    shortcuts: 'closed',
  }))
}
