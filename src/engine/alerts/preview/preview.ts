import type { RuleChoices, RulePreview } from '../../../shared/alert-rows.ts'
import { accountId, type InstrumentId } from '../../../shared/ids.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { sentence } from '../../../shared/sentence.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../ports/store.ts'
import type { Facts } from '../facts.ts'
import { equityHistory } from './equity.ts'
import { balanceHistory, happeningHistory, type Assets } from './facts.ts'
import { nothingKnown, type Found } from './found.ts'
import { whyNotKept } from './not-kept.ts'
import { createPace, type Pace } from './pace.ts'
import { priceHistory, type ReadCandles } from './prices.ts'

export interface PreviewPorts {
  readonly clock: Clock
  readonly store: Pick<Store, 'fills' | 'flows' | 'equity' | 'peakEquity'>
}

export interface PreviewDeps {
  readonly facts: Facts
  readonly candles: ReadCandles
  /** What a contract settles in. */
  settleOf(instrument: InstrumentId): string | null
  /** Where days begin: an IANA zone, `local` or `UTC`. */
  timeZone(): string
}

/** How often a rule would have fired in stored history. A newer question ends the one before. */
export type Preview = (choices: RuleChoices) => Promise<Result<RulePreview>>

export function createPreview(ports: PreviewPorts, deps: PreviewDeps): Preview {
  const newest = { question: {} }
  return async (choices) => {
    const question = {}
    newest.question = question
    const pace = createPace(ports.clock, () => newest.question === question)
    const found = await search(ports, deps, ruleOf(choices), pace)
    if (found === null || newest.question !== question)
      return fail({ code: 'unavailable', sentence: sentence('preview.newer') })
    return ok({ ...found, to: ports.clock.now() })
  }
}

function search({ clock, store }: PreviewPorts, deps: PreviewDeps, rule: StoredRule, pace: Pace): Promise<Found> {
  const { condition } = rule
  const now = clock.now()
  switch (condition.kind) {
    case 'price-crosses':
    case 'price-moves':
      return priceHistory(rule, condition, deps.candles, pace, now)
    case 'fill':
    case 'liquidation':
    case 'transfer':
      return happeningHistory(rule, condition.kind, store, deps.facts, pace)
    case 'balance-changes':
      return balanceHistory(rule, condition, store, assetsOf(deps), pace)
    case 'drawdown':
    case 'daily-loss':
      return equityHistory(
        rule,
        condition,
        { store, accounts: accountsOf(deps.facts), zone: deps.timeZone(), now },
        pace,
      )
    default:
      return Promise.resolve(nothingKnown(whyNotKept(condition.kind)))
  }
}

function assetsOf({ facts, settleOf }: PreviewDeps): Assets {
  return { settleOf, rateOf: (key) => facts.balances.get(key)?.rate ?? null }
}

function accountsOf({ accounts }: Facts) {
  return [...accounts.rows()].map(([account]) => accountId(account))
}

function ruleOf(choices: RuleChoices): StoredRule {
  return { rule: 'preview', ...choices, origin: 'user', mutedUntil: null, createdAt: 0 }
}
