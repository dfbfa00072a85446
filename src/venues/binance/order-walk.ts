import type { Plan, Read } from '../../engine/ports/plan.ts'
import type { Time } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import { ask } from './decode.ts'
import { signedRead, type Query } from './reads.ts'
import { orderRows } from './wire-orders.ts'

const PAGE = 1000

export type OrderPath = '/fapi/v1/allOrders' | '/fapi/v1/allAlgoOrders'

export interface Walked {
  /** Not yet checked one by one. */
  readonly rows: readonly unknown[]
  /** Nothing of the span was left out. */
  readonly isWhole: boolean
}

/**
 * Orders of a span of less than seven days, with at most so many requests, the newest first. Which of its times the
 * exchange goes by, and which rows it leaves out where a page is full, is not documented; so a span with a full page is
 * halved until none is.
 */
export function* orderWalk(path: OrderPath, filter: Query, from: Time, to: Time, most: number): Plan<Walked> {
  const rows: unknown[] = []
  const open = [{ from, to }]
  for (let asked = 0; asked < most; asked += 1) {
    const span = open.pop()
    if (span === undefined) break
    const page = yield* ask(orderRead(path, filter, span.from, span.to), orderRows)
    if (!page.ok) return page
    if (page.value.length < PAGE || span.from === span.to) rows.push(...page.value)
    else {
      const middle = Math.floor((span.from + span.to) / 2)
      open.push({ from: span.from, to: middle }, { from: middle + 1, to: span.to })
    }
  }
  return ok({ rows, isWhole: open.length === 0 })
}

function orderRead(path: OrderPath, filter: Query, from: Time, to: Time): Read {
  return signedRead(path, 5, [...filter, ['startTime', String(from)], ['endTime', String(to)], ['limit', String(PAGE)]])
}
