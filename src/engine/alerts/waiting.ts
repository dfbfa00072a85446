import type { AccountRow } from '../../shared/account-rows.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { StoredRule } from '../ports/alert-store.ts'
import type { Facts, Rows } from './facts.ts'
import { inScope } from './scope.ts'

/** What a rule looks at now, without looking at any figure: the cheapest thing that can be asked of it. */
type Watched = 'nothing' | 'old' | 'fresh'

/** Why a rule cannot watch now; null where it can, or is switched off. */
export function waitingOf(rule: StoredRule, facts: Facts): Sentence | null {
  const watched = rule.enabled ? watchedBy(rule, facts) : 'fresh'
  if (watched === 'fresh') return null
  return sentence(watched === 'nothing' ? 'rule.nothing-to-watch' : 'rule.only-old')
}

function watchedBy(rule: StoredRule, facts: Facts): Watched {
  const { condition } = rule
  switch (condition.kind) {
    case 'price-crosses':
    case 'price-moves':
      return priceWatched(condition.instrument, facts)
    case 'funding-rate':
      return condition.instrument === null ? positionsWatched(rule, facts) : priceWatched(condition.instrument, facts)
    case 'position-pnl':
    case 'position-roi':
    case 'liquidation-distance':
      return positionsWatched(rule, facts)
    case 'margin-ratio':
    case 'drawdown':
    case 'daily-loss':
      return best(facts.totals, (row) => row.account !== 'all' && inScope(rule, row.account, null) && row.freshness)
    case 'balance-changes':
    case 'fill':
    case 'liquidation':
    case 'order-ended':
    case 'transfer':
      return best(facts.accounts, (row) => inScope(rule, row.account, null) && row.state)
    case 'key-rights-changed':
      return best(facts.accounts, (row) => inScope(rule, row.account, null) && rightsState(row))
    case 'key-expires':
      return best(facts.accounts, (row) => inScope(rule, row.account, null) && row.rights?.expiresAt != null && 'live')
    case 'stream-stale':
      return best(
        facts.streams,
        (row) => row.required && (row.account === null || inScope(rule, row.account, null)) && 'live',
      )
    case 'system':
      return facts.system(condition.figure) === null ? 'nothing' : 'fresh'
    case 'restart':
      return 'fresh'
  }
}

function priceWatched(instrument: string, { prices }: Facts): Watched {
  const row = prices.get(instrument)
  if (row === undefined) return 'nothing'
  return row.freshness === 'live' ? 'fresh' : 'old'
}

function positionsWatched(rule: StoredRule, { positions }: Facts): Watched {
  return best(positions, (row) => {
    if (!inScope(rule, row.account, row.instrument)) return false
    return row.markFreshness === 'live' ? row.freshness : row.markFreshness
  })
}

/** Rights do not age: what was read holds until something else is read. */
function rightsState({ rights, state }: AccountRow): string {
  return rights === null ? state : 'live'
}

/** Stops at the first row that is live; a row of nobody's says false. */
function best<Row>(rows: Rows<Row>, stateOf: (row: Row) => string | false): Watched {
  let found: Watched = 'nothing'
  for (const [, row] of rows.rows()) {
    const state = stateOf(row)
    if (state === 'live') return 'fresh'
    if (state !== false) found = 'old'
  }
  return found
}
