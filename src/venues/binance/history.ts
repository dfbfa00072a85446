import type { Facts, Flow } from '../../engine/account/event.ts'
import type { Plan } from '../../engine/ports/plan.ts'
import type { HistoryList, HistoryStretch, MarketContext } from '../../engine/ports/venue.ts'
import { symbolOf, type MarketId } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import { incomeWalk } from './income-walk.ts'
import { fillOfTrade } from './normalise-fill.ts'
import { belongsToFill, flowOf } from './normalise-flow.ts'
import { tradeWalk } from './trade-walk.ts'
import type { Income, UserTrade } from './wire-history.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Rows are booked late and dated by the second, so a window is read from so long before it begins. */
const LATE_ROWS = 10 * MINUTE

/**
 * One list, because trades can only be asked for by symbol and the income rows tell which symbols were traded. It is
 * read whole or not at all: a page that fails fails the window, so progress never runs ahead of the facts.
 * Income and trades are kept for three months; trades span at most seven days a request.
 */
export const ledger: HistoryList = {
  list: 'ledger',
  windowMs: 7 * DAY - LATE_ROWS - 1,
  retentionMs: 89 * DAY,
  restMs: 0,
  read: readLedger,
}

function* readLedger(context: MarketContext, stretch: HistoryStretch): Plan<Facts> {
  const from = stretch.from - LATE_ROWS
  const incomes = yield* incomeWalk(from, stretch.to)
  if (!incomes.ok) return incomes
  const trades: UserTrade[] = []
  const unasked = new Set<string>()
  for (const symbol of tradedSymbols(incomes.value, stretch)) {
    const walked = yield* tradeWalk(symbol, from, stretch.to)
    if (walked.ok) trades.push(...walked.value)
    else if (walked.failure.sentence.id === 'venue.unknown-symbol') unasked.add(symbol)
    else return walked
  }
  return ok({
    fills: trades.map((trade) => fillOfTrade(trade, context.market)),
    flows: flowsOf(incomes.value, unasked, context.market),
    gone: [],
  })
}

function tradedSymbols(incomes: readonly Income[], stretch: HistoryStretch): ReadonlySet<string> {
  const held = stretch.instruments.map(symbolOf)
  return new Set([...held, ...incomes.map(({ symbol }) => symbol)].filter((symbol) => symbol !== ''))
}

/** Fees and results stand in the fills, except where the exchange no longer tells the trades of a delisted symbol. */
function flowsOf(incomes: readonly Income[], unasked: ReadonlySet<string>, market: MarketId): readonly Flow[] {
  return incomes
    .filter((income) => !belongsToFill(income) || unasked.has(income.symbol))
    .map((income) => flowOf(income, market))
}
