import { z } from 'zod'
import type { InstrumentId } from '../shared/ids.ts'
import type { WatchRow } from '../shared/market-rows.ts'
import { instrumentIdField } from '../shared/fields.ts'
import type { Result } from '../shared/result.ts'
import type { Store } from './ports/store.ts'
import type { Table } from './tables.ts'

export interface Watchlist {
  instruments(): readonly InstrumentId[]
  add(instrument: InstrumentId): Promise<Result<null>>
  remove(instrument: InstrumentId): Promise<Result<null>>
  /** Puts the named ones first in this order; the others keep theirs behind. */
  reorder(instruments: readonly InstrumentId[]): Promise<Result<null>>
  /** What a first start shows, until the user changes anything. */
  suggest(instruments: readonly InstrumentId[]): void
}

const NAME = 'watchlist'
const stored = z.array(instrumentIdField).max(500)

/**
 * The user's watched contracts, in order.
 * @param changed told after each change, to subscribe to what is watched now
 */
export function createWatchlist(store: Store, table: Table<WatchRow>, changed: () => void): Watchlist {
  const kept = stored.safeParse(store.setting(NAME))
  const list = { chosen: kept.success, value: kept.success ? kept.data : [] }
  show(list.value)

  function show(instruments: readonly InstrumentId[]): void {
    list.value = [...new Set(instruments)].slice(0, 500)
    table.replace(new Map(list.value.map((instrument, position) => [instrument, { instrument, position }])))
    changed()
  }

  function change(next: readonly InstrumentId[]): Promise<Result<null>> {
    list.chosen = true
    show(next)
    return store.saveSetting(NAME, list.value)
  }

  return {
    instruments: () => list.value,
    add: (instrument) => change([...list.value, instrument]),
    remove: (instrument) => change(list.value.filter((each) => each !== instrument)),
    suggest: (instruments) => {
      if (!list.chosen) show([...list.value, ...instruments])
    },
    reorder: (instruments) => {
      const known = instruments.filter((each) => list.value.includes(each))
      return change([...known, ...list.value.filter((each) => !known.includes(each))])
    },
  }
}
