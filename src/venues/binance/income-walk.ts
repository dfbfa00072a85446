import type { Plan, Read } from '../../engine/ports/plan.ts'
import type { Time } from '../../shared/ids.ts'
import { fail, ok } from '../../shared/result.ts'
import { accept, ask } from './decode.ts'
import { unreadable } from './failure.ts'
import { flowIdOf, knownTypes } from './normalise-flow.ts'
import { signedRead, type Query } from './reads.ts'
import { incomes, type Income } from './wire-history.ts'

const PAGE = 1000

/**
 * Every income row between two moments, both inclusive. Pages are turned by time only, and a page starts at the very
 * moment at which the one before ended, because rows of one moment may lie on both.
 */
export function* incomeWalk(from: Time, to: Time): Plan<readonly Income[]> {
  const rows = new Map<string, Income>()
  for (let start = from; start <= to;) {
    const page = yield* ask(incomeRead([], start, to), incomes)
    if (!page.ok) return page
    keep(rows, page.value)
    if (page.value.length < PAGE) break
    const last = newest(page.value)
    if (last === start) {
      const crowded = yield* momentWalk(start, typesOf(page.value))
      if (!crowded.ok) return crowded
      keep(rows, crowded.value)
    }
    start = last === start ? last + 1 : last
  }
  return ok([...rows.values()].sort((a, b) => a.time - b.time))
}

/** A single moment with more rows than fit on a page is read type by type. */
function* momentWalk(at: Time, types: ReadonlySet<string>): Plan<readonly Income[]> {
  const outcomes = yield [...types].map((type) => incomeRead([['incomeType', type]], at, at))
  const rows: Income[] = []
  for (const outcome of outcomes) {
    const page = accept(outcome, incomes, '/fapi/v1/income')
    if (!page.ok) return page
    if (page.value.length >= PAGE) return fail(unreadable('/fapi/v1/income: more rows in one moment than a page holds'))
    rows.push(...page.value)
  }
  return ok(rows)
}

function incomeRead(filter: Query, from: Time, to: Time): Read {
  return signedRead('/fapi/v1/income', 30, [
    ...filter,
    ['startTime', String(from)],
    ['endTime', String(to)],
    ['limit', String(PAGE)],
  ])
}

/** A trade has one row for its result and one for each asset a fee was paid in; rows of no trade have their own ids. */
function keep(rows: Map<string, Income>, page: readonly Income[]): void {
  for (const row of page) rows.set(`${flowIdOf(row)}:${row.tradeId ?? ''}`, row)
}

function newest(page: readonly Income[]): Time {
  return page.reduce((latest, { time }) => Math.max(latest, time), 0)
}

function typesOf(page: readonly Income[]): ReadonlySet<string> {
  return new Set([...knownTypes, ...page.map(({ incomeType }) => incomeType)])
}
