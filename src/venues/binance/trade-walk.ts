import type { Plan, Read } from '../../engine/ports/plan.ts'
import type { Time } from '../../shared/ids.ts'
import { fail, ok } from '../../shared/result.ts'
import { ask } from './decode.ts'
import { unreadable } from './failure.ts'
import { fillIdOf } from './normalise-fill.ts'
import { signedRead, type Query } from './reads.ts'
import { userTrades, type UserTrade } from './wire-history.ts'

const PAGE = 1000

/**
 * Every trade of one symbol between two moments, both inclusive and at most seven days apart. The first page is asked
 * for by time, the others by trade number; a page starts with the last trade of the one before, because a trade that
 * matched the account with itself has two rows under one number.
 */
export function* tradeWalk(symbol: string, from: Time, to: Time): Plan<readonly UserTrade[]> {
  const trades = new Map<string, UserTrade>()
  let query: Query = [
    ['startTime', String(from)],
    ['endTime', String(to)],
  ]
  for (;;) {
    const page = yield* ask(tradeRead(symbol, query), userTrades)
    if (!page.ok) return page
    const known = trades.size
    for (const trade of page.value) trades.set(fillIdOf(trade.symbol, trade.id, trade.side), trade)
    const last = page.value.at(-1)
    if (last === undefined || page.value.length < PAGE || last.time > to) break
    if (trades.size === known) return fail(unreadable('/fapi/v1/userTrades: the page does not turn'))
    query = [['fromId', last.id]]
  }
  return ok([...trades.values()].filter(({ time }) => time >= from && time <= to))
}

function tradeRead(symbol: string, query: Query): Read {
  return signedRead('/fapi/v1/userTrades', 5, [['symbol', symbol], ...query, ['limit', String(PAGE)]])
}
