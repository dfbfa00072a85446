import type { Coverage, HistoryName } from '../../engine/ports/store.ts'
import { mergeStretch } from './coverage-merge.ts'
import type { Db } from './database.ts'
import type { Timed } from './timed.ts'

export interface CoverageTable {
  readonly read: (history: HistoryName) => readonly Coverage[]
  readonly prove: (history: HistoryName, stretch: Coverage) => void
}

/** Proven stretches per list of history, kept apart from each other and in order. */
export function createCoverageTable(db: Db, timed: Timed): CoverageTable {
  const select = db.prepare<[string, string], Coverage>(
    'SELECT "from", "to" FROM coverage WHERE account = ? AND list = ? ORDER BY "from"',
  )
  const drop = db.prepare<[string, string, number]>(
    'DELETE FROM coverage WHERE account = ? AND list = ? AND "from" = ?',
  )
  const insert = db.prepare<[string, string, number, number]>('INSERT INTO coverage VALUES (?, ?, ?, ?)')

  const read = ({ account, list }: HistoryName) => timed('read coverage', () => select.all(account, list))

  function prove(history: HistoryName, stretch: Coverage): void {
    if (stretch.from > stretch.to) return
    const { gone, merged } = mergeStretch(read(history), stretch)
    for (const { from } of gone) drop.run(history.account, history.list, from)
    insert.run(history.account, history.list, merged.from, merged.to)
  }

  return { read, prove }
}
