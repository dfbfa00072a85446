import type { HistoryQuery } from '../../engine/ports/store.ts'
import type { Time } from '../../shared/ids.ts'
import type { Db } from './database.ts'
import { cutPage } from './history-page.ts'
import type { Timed } from './timed.ts'

type Parameters = [Readonly<Record<'account' | 'instrument', string | null> & Record<'before' | 'count', number>>]

/** Reads pages of one facts table, newest first. Each combination of filters has a statement that an index serves. */
export function createHistoryReader<Row extends { readonly at: Time }>(
  db: Db,
  timed: Timed,
  table: 'fills' | 'flows',
  id: 'fill' | 'flow',
): (query: HistoryQuery) => readonly Row[] {
  const prepare = (...filters: readonly string[]) =>
    db.prepare<Parameters, Row>(
      `SELECT * FROM ${table} WHERE ${['at < @before', ...filters].join(' AND ')}
       ORDER BY at DESC, account DESC, ${id} DESC LIMIT @count + 1`,
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
