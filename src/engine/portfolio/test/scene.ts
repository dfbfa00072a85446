import { accountId, type AccountId } from '../../../shared/ids.ts'
import { createDriftLog } from '../../account/drift-log.ts'
import type { AccountEvent, AccountSnapshot } from '../../account/event.ts'
import { reduce } from '../../account/reduce.ts'
import { applySnapshot } from '../../account/snapshot.ts'
import { createMemoryStore } from '../../account/test/memory-store.ts'
import { place, snapshot, START } from '../../account/test/samples.ts'
import type { AccountView } from '../../account/view.ts'
import type { Instrument } from '../../market/instrument.ts'
import { createEngineState } from '../../state.ts'
import { createTables } from '../../tables.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createPortfolio } from '../portfolio.ts'
import { createManualMarket } from './market.ts'

export const MAIN = accountId('main')

/** A portfolio over a market and accounts that do what a test says. */
export function createScene(store = createMemoryStore(), instruments?: readonly Instrument[]) {
  const clock = createManualClock(START)
  const tables = createTables()
  const state = createEngineState(tables)
  const market = createManualMarket(instruments)
  const drift = createDriftLog({ clock, log: createFakeLog() }, state.drift)
  const portfolio = createPortfolio({ clock, store, tables, state, market, drift, timeZone: () => 'UTC' })
  const views = new Map<AccountId, AccountView>()
  portfolio.start()

  function look(account: AccountId): AccountView {
    return views.get(account) ?? { account, label: account, market: place, freshness: 'live', state: null }
  }

  function show(view: AccountView, change: Parameters<typeof portfolio.show>[1]): void {
    views.set(view.account, view)
    portfolio.show(view, change)
  }

  return {
    clock,
    tables,
    state,
    market,
    store,
    portfolio,
    read: (changes: Partial<AccountSnapshot> = {}, account = MAIN) => {
      const before = look(account)
      const stated = snapshot({ at: clock.now(), ...changes })
      const change = { kind: 'snapshot', snapshot: stated, heardAt: clock.now() } as const
      show({ ...before, state: applySnapshot(before.state, stated) }, change)
    },
    hear: (...events: readonly AccountEvent[]) => {
      const before = look(MAIN)
      const after = before.state === null ? null : events.reduce(reduce, before.state)
      show({ ...before, state: after }, { kind: 'events', heardAt: clock.now() })
    },
    stand: (changes: Partial<AccountView>, account = MAIN) =>
      show({ ...look(account), ...changes }, { kind: 'standing' }),
    total: (account: AccountId | 'all' = MAIN) => {
      tables.settle()
      return state.totals.get(account)
    },
    position: (key = 'main samples.main/BTCUSDT one-way') => {
      tables.settle()
      return state.positions.get(key)
    },
  }
}
