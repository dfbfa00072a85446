import type { StreamRow } from '../../../shared/health-rows.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import type { Facts } from '../facts.ts'
import { labelOf } from '../label.ts'
import { STALE, WELL } from '../line.ts'
import type { Reading } from '../reading.ts'

/** Every connection the dashboard counts on, in the rule's scope. That it is silent is itself a fresh fact. */
export function streamReadings({ account }: StoredRule, facts: Facts, now: number): readonly Reading[] {
  return [...facts.streams.rows()].flatMap(([key, row]) => {
    if (!row.required || (account !== 'all' && row.account !== null && row.account !== account)) return []
    const about = { subject: subjectOf(key, row), account: row.account, instrument: null, words: wordsOf(row, facts) }
    return [{ ...about, ...judged(row), at: now }]
  })
}

/** A stream is named after its account, which may be renamed. */
function subjectOf(key: string, { account, kind }: StreamRow): string {
  return account === null ? key : `${account} ${kind}`
}

function judged({ state }: StreamRow): Pick<Reading, 'value' | 'freshness'> {
  return { value: state === 'live' ? WELL : STALE, freshness: 'fresh' }
}

/** An account's own stream bears its label: the rest of its name is for one language and for logs. */
function wordsOf(row: StreamRow, facts: Facts): Readonly<Record<string, string>> {
  const { account, kind, venueName, heardAt, state } = row
  const stream = kind === 'private' && account !== null ? labelOf(facts, account) : row.stream
  return { stream, state, venue: venueName, timeHeard: heardAt === null ? '' : String(heardAt) }
}
