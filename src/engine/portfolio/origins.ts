import type { Source } from '../../shared/fields.ts'
import type { Time } from '../../shared/ids.ts'
import type { AccountState } from '../account/event.ts'

/** When and how something reached us. */
export interface Origin {
  readonly heardAt: Time
  readonly source: Exclude<Source, 'computed'>
}

/** Remembers of every row of an account how it came. A row that changes is another object, so it comes anew. */
export interface Origins {
  /** Stamps the rows that are new to us; after a complete snapshot all of them, for all were heard again. */
  stamp(state: AccountState, origin: Origin, which: 'new' | 'all'): void
  of(row: object): Origin
}

const UNKNOWN: Origin = { heardAt: 0, source: 'rest' }

export function createOrigins(): Origins {
  const origins = new WeakMap<object, Origin>()

  function stampRows(rows: Iterable<object>, origin: Origin, which: 'new' | 'all'): void {
    for (const row of rows) if (which === 'all' || !origins.has(row)) origins.set(row, origin)
  }

  return {
    stamp: (state, origin, which) => {
      stampRows([state.totals], origin, which)
      stampRows(state.balances.values(), origin, which)
      stampRows(state.positions.values(), origin, which)
      stampRows(state.orders.values(), origin, which)
    },
    of: (row) => origins.get(row) ?? UNKNOWN,
  }
}
