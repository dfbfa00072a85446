import type { AccountRow, FillRow } from '../../shared/account-rows.ts'
import type { Time } from '../../shared/ids.ts'

/** `happened`: just now. `caught-up`: while nobody looked, read afterwards. */
export interface FillNews {
  readonly kind: 'happened' | 'caught-up'
  /** At least one, oldest first. */
  readonly fills: readonly FillRow[]
}

/** What is known of fills between two looks. Plain data, so that a look is a function. */
export interface FillMemory {
  /** Nothing at or before this moment is news: it is history, or forgotten from `seen`. */
  readonly floor: Time
  /** Keys of fills that are no news any more, with their times. */
  readonly seen: ReadonlyMap<string, Time>
  /** Fills read afterwards that wait for the rest of their report. */
  readonly late: readonly FillRow[]
  readonly lateSince: Time
}

export interface FillLook {
  readonly memory: FillMemory
  readonly news: readonly FillNews[]
}

type Accounts = readonly Pick<AccountRow, 'account' | 'addedAt'>[]

/** A fill older than this when it is first seen was not watched as it happened. */
export const FRESH_MS = 180_000
/** Reports of a gap come in pages; the next one is waited for this long. */
export const GATHER_MS = 3000
const MOST_SEEN = 1000

/** Whatever happened before watching began is history, and what is already there was there. */
export function beginFills(rows: ReadonlyMap<string, FillRow>, now: Time): FillMemory {
  return bounded({ floor: now, seen: timesOf(rows), late: [], lateSince: now })
}

export function lookAtFills(
  before: FillMemory,
  rows: ReadonlyMap<string, FillRow>,
  accounts: Accounts,
  now: Time,
): FillLook {
  // A clock that was set back must not make history of what happens from now on.
  const memory = { ...before, floor: Math.min(before.floor, now) }
  const unseen = new Map([...rows].filter(([key]) => !memory.seen.has(key)))
  const news = [...unseen.values()].filter((row) => isNews(row, memory, accounts)).sort((a, b) => a.at - b.at)
  const happened = news.filter(({ at }) => now - at <= FRESH_MS)
  const late = news.filter(({ at }) => now - at > FRESH_MS)
  const seen = unseen.size === 0 ? memory.seen : new Map([...memory.seen, ...timesOf(unseen)])
  const next = bounded({
    ...memory,
    seen,
    late: [...memory.late, ...late],
    lateSince: late.length > 0 ? now : memory.lateSince,
  })
  const told = happened.length > 0 ? [{ kind: 'happened', fills: happened } as const] : []
  return release(next, told, now)
}

/** An account that was added brings its past with it. */
function isNews({ account, at }: FillRow, { floor }: FillMemory, accounts: Accounts): boolean {
  const addedAt = accounts.find((row) => row.account === account)?.addedAt
  return addedAt !== undefined && at > Math.max(floor, addedAt)
}

function release(memory: FillMemory, news: readonly FillNews[], now: Time): FillLook {
  if (memory.late.length === 0 || now - memory.lateSince < GATHER_MS) return { memory, news }
  const fills = memory.late.toSorted((a, b) => a.at - b.at)
  return { memory: { ...memory, late: [] }, news: [{ kind: 'caught-up', fills }, ...news] }
}

/** Forgets the oldest, and raises the floor over them: none of them may come back as news. */
function bounded(memory: FillMemory): FillMemory {
  const excess = memory.seen.size - MOST_SEEN
  if (excess <= 0) return memory
  const byTime = [...memory.seen].sort(([, a], [, b]) => a - b)
  const floor = byTime[excess - 1]?.[1] ?? memory.floor
  return { ...memory, floor: Math.max(memory.floor, floor), seen: new Map(byTime.slice(excess)) }
}

function timesOf(rows: ReadonlyMap<string, FillRow>): ReadonlyMap<string, Time> {
  return new Map([...rows].map(([key, { at }]) => [key, at]))
}
