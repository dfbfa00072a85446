import type { Plan, Read, ReadOutcome } from '../../engine/ports/plan.ts'
import type { Time } from '../../shared/ids.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { read, unreadable } from './failures.ts'
import { page } from './wire.ts'

/** One report to read whole: a list of any number of pages, or a single object, which counts as one row. */
export interface Ask {
  readonly read: Read
  readonly shape: 'list' | 'object'
  /** Whether the plan can go on when the exchange will not give this report. */
  readonly needed: 'always' | 'if-possible'
}

export interface Report {
  readonly rows: readonly unknown[]
  /** The exchange's time of the first page: what came later is known to be newer. Null for a report left out. */
  readonly at: Time | null
}

/** Stops a server that never ends its list; the longest real ones are weeks of fills of a busy bot. */
const PAGES_AT_MOST = 2000

/**
 * Reads all reports side by side, page after page, and answers them in the order asked. One failed page fails them
 * all: a partial report is never used. A list ends with an empty cursor or, on some routes, with an empty page.
 * Docs: https://bybit-exchange.github.io/docs/v5/guide#pagination
 */
export function* readReports(asks: readonly Ask[]): Plan<readonly Report[]> {
  const pagers = asks.map(createPager)
  for (let open = pagers; open.length > 0; open = pagers.filter((pager) => pager.next() !== null)) {
    const outcomes = yield open.flatMap((pager) => pager.next() ?? [])
    for (const [index, pager] of open.entries()) {
      const failure = pager.take(outcomes[index])
      if (failure !== null) return fail(failure)
    }
  }
  return ok(pagers.map((pager) => pager.report()))
}

interface Pager {
  /** Null when everything is read. */
  next(): Read | null
  take(outcome: ReadOutcome | undefined): Failure | null
  report(): Report
}

function createPager(ask: Ask): Pager {
  const rows: unknown[] = []
  const seen = new Set<string>()
  let at: Time | null = null
  let next: Read | null = ask.read

  const accept = (payload: unknown): Failure | null => {
    const part = partOf(ask, payload)
    if (!part.ok) return part.failure
    const { rows: more, cursor } = part.value
    for (const row of more) rows.push(row)
    next = more.length === 0 ? null : following(ask.read, cursor)
    if (next === null) return null
    if (seen.has(cursor) || seen.size >= PAGES_AT_MOST) return unreadable(`${ask.read.path}: nextPageCursor`)
    seen.add(cursor)
    return null
  }

  return {
    next: () => next,
    report: () => ({ rows, at }),
    take: (outcome) => {
      if (outcome?.kind === 'payload') {
        at ??= outcome.at
        return accept(outcome.payload)
      }
      next = null
      const dispensable = ask.needed === 'if-possible' && outcome?.remedy === 'without'
      return dispensable ? null : (outcome?.failure ?? unreadable(ask.read.path))
    },
  }
}

interface Part {
  readonly rows: readonly unknown[]
  readonly cursor: string
}

function partOf(ask: Ask, payload: unknown): Result<Part> {
  if (ask.shape === 'object') return ok({ rows: [payload], cursor: '' })
  const checked = read(page, payload, ask.read.path)
  return checked.ok ? ok({ rows: checked.value.list, cursor: checked.value.nextPageCursor ?? '' }) : checked
}

function following(first: Read, cursor: string): Read | null {
  return cursor === '' ? null : { ...first, query: [...first.query, ['cursor', cursor]] }
}
