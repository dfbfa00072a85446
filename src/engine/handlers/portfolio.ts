import type { Handlers } from '../../shared/client.ts'
import type { AppContract } from '../../shared/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Store } from '../ports/store.ts'
import type { EngineState } from '../state.ts'
import { ofAccount } from './views.ts'

export interface EquityHistory {
  read: Handlers<AppContract>['portfolio']['equity']
}

/** The contract's portfolio group: figures as lives, history as calls. */
export function portfolioHandlers(
  state: EngineState,
  store: Store,
  equity: EquityHistory,
): Handlers<AppContract>['portfolio'] {
  return {
    totals: () => ok(state.totals),
    balances: ({ account }) => ok(ofAccount(state.balances, account)),
    positions: ({ account }) => ok(ofAccount(state.positions, account)),
    orders: ({ account }) => ok(ofAccount(state.orders, account)),
    fills: ({ account }) => ok(ofAccount(state.fills, account)),
    flows: ({ account }) => ok(ofAccount(state.flows, account)),
    olderFills: (page) => ok(store.fills(page)),
    olderFlows: (page) => ok(store.flows(page)),
    equity: (ask) => equity.read(ask),
  }
}
