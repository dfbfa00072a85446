import type { HistoryQuery } from '../../engine/ports/store.ts'
import type { FillRow, FlowRow } from '../../shared/account-rows.ts'
import type { Db } from './database.ts'
import { cutPage } from './history-page.ts'
import type { Timed } from './timed.ts'

type Parameters = [Readonly<Record<'account' | 'instrument', string | null> & Record<'before' | 'count', number>>]

interface Rows {
  readonly fills: FillRow
  readonly flows: FlowRow
}

const ids = { fills: 'fill', flows: 'flow' } as const satisfies Record<keyof Rows, string>

/** Reads pages of one facts table, newest first. Each combination of filters has a statement that an index serves. */
export function createHistoryReader<Table extends keyof Rows>(
  db: Db,
  timed: Timed,
  table: Table,
): (query: HistoryQuery) => readonly Rows[Table][] {
  const prepare = (...filters: readonly string[]) =>
    db.prepare<Parameters, Rows[Table]>(
      `SELECT * FROM ${table} WHERE ${['at < @before', ...filters].join(' AND ')}
       ORDER BY at DESC, account DESC, ${ids[table]} DESC LIMIT @count + 1`,
    )
  const ofAccount = 'account = @account'
  const ofInstrument = 'instrument = @instrument'
  const statements = {
    all: prepare(),
    account: prepare(ofAccount),
    instrument: prepare(ofInstrument),
    both: prepare(ofAccount, ofInstrument),
  }
  return (query) =>
    cutPage(
      timed(`read ${table}`, () => statements[filterOf(query)].all(query)),
      query.count,
    )
}

function filterOf({ account, instrument }: HistoryQuery): 'all' | 'account' | 'instrument' | 'both' {
  if (account === 'all') return instrument === null ? 'all' : 'instrument'
  return instrument === null ? 'account' : 'both'
}
