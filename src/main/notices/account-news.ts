import type { AccountRow } from '../../shared/account-rows.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import type { AccountId, Time } from '../../shared/ids.ts'
import type { Alerted } from './alerted.ts'
import { watchedMs, type Moment } from './notice.ts'

export type AccountNews =
  | { readonly kind: 'refused'; readonly row: AccountRow; readonly since: Time }
  | { readonly kind: 'stale'; readonly row: AccountRow; readonly since: Time }
  | { readonly kind: 'well'; readonly row: AccountRow; readonly since: Time; readonly lastedMs: number }

/** An account that is not well. `doubted` was not told of yet. */
interface Trouble {
  readonly kind: 'doubted' | 'stale' | 'refused'
  readonly since: Time
}

export type AccountMemory = ReadonlyMap<AccountId, Trouble>

export interface AccountLook {
  readonly memory: AccountMemory
  readonly news: readonly AccountNews[]
}

/** Shorter doubts are every reconnect's. */
export const STALE_AFTER_MS = 30_000

interface Step {
  readonly trouble: Trouble | null
  readonly news: AccountNews | null
}

export function lookAtAccounts(
  memory: AccountMemory,
  accounts: readonly AccountRow[],
  streams: readonly StreamRow[],
  moment: Moment,
  toldByRule: Alerted['stream'],
): AccountLook {
  const steps = accounts.map((row) => {
    const before = memory.get(row.account) ?? null
    return { account: row.account, ...step(before, row, isExplained(row, streams, toldByRule), moment) }
  })
  return {
    memory: new Map(steps.flatMap(({ account, trouble }) => (trouble === null ? [] : [[account, trouble] as const]))),
    news: steps.flatMap(({ news }) => news ?? []),
  }
}

/**
 * A lost connection to its exchange is told as that, and once for all accounts there; where a rule tells of silent
 * connections, so is every other silence.
 */
function isExplained(row: AccountRow, streams: readonly StreamRow[], toldByRule: Alerted['stream']): boolean {
  return streams
    .filter(({ required, venueName }) => required && venueName === row.venueName)
    .some((stream) => stream.state === 'down' || (isSilentFor(row, stream) && toldByRule(stream)))
}

function isSilentFor({ account }: AccountRow, stream: StreamRow): boolean {
  return stream.state !== 'live' && (stream.account === null || stream.account === account)
}

function step(before: Trouble | null, row: AccountRow, explained: boolean, moment: Moment): Step {
  switch (row.state) {
    case 'refused':
      return refused(before, row, moment)
    case 'stale':
    case 'down':
      return doubted(before, row, explained, moment)
    case 'live':
      return well(before, row, moment)
    default:
      return { trouble: before?.kind === 'doubted' ? null : before, news: null }
  }
}

function refused(before: Trouble | null, row: AccountRow, { now }: Moment): Step {
  if (before?.kind === 'refused') return { trouble: before, news: null }
  return { trouble: { kind: 'refused', since: now }, news: { kind: 'refused', row, since: now } }
}

function doubted(before: Trouble | null, row: AccountRow, explained: boolean, moment: Moment): Step {
  if (before !== null && before.kind !== 'doubted') return { trouble: before, news: null }
  if (explained) return { trouble: null, news: null }
  const since = before?.since ?? moment.now
  if (watchedMs(since, moment) < STALE_AFTER_MS) return { trouble: { kind: 'doubted', since }, news: null }
  return { trouble: { kind: 'stale', since }, news: { kind: 'stale', row, since } }
}

function well(before: Trouble | null, row: AccountRow, { now }: Moment): Step {
  if (before === null || before.kind === 'doubted') return { trouble: null, news: null }
  return { trouble: null, news: { kind: 'well', row, since: before.since, lastedMs: now - before.since } }
}
