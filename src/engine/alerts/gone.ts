import type { AlertKind } from '../../shared/alert-conditions.ts'
import type { Time } from '../../shared/ids.ts'
import type { RuleState, StoredRule } from '../ports/alert-store.ts'
import { LATE_AFTER_MS } from './crossing.ts'
import type { Facts } from './facts.ts'
import { inScope } from './scope.ts'

/** Whether something that is not seen any more is no more, rather than not known now. */
type Goneness = (state: RuleState, facts: Facts, now: Time) => boolean

/** Null where absence never is a fact: a price or a sum that is missing is merely not known yet. */
export function gonenessOf(rule: StoredRule): Goneness | null {
  const { condition } = rule
  switch (condition.kind) {
    case 'position-pnl':
    case 'position-roi':
      return isClosed
    case 'liquidation-distance':
      return (state, facts, now) => isClosed(state, facts) || hasNoLiquidation(state, facts, now)
    case 'margin-ratio':
    case 'drawdown':
    case 'daily-loss':
    case 'balance-changes':
    case 'key-rights-changed':
      return isOfNoAccount
    case 'key-expires':
      return (state, facts) => isOfNoAccount(state, facts) || neverExpires(state, facts)
    case 'funding-rate':
      return condition.instrument === null ? ({ subject }, facts) => isNotHeld(rule, subject, facts) : null
    case 'stream-stale':
      return isStreamGone
    default:
      return null
  }
}

/** How a position that is not seen any more is out of danger; null for anything else, and where its account is gone. */
export function endOf(kind: AlertKind, state: RuleState, facts: Facts): 'closed' | 'no-liquidation' | null {
  if (!OF_POSITIONS.has(kind) || isOfNoAccount(state, facts)) return null
  return facts.positions.get(state.subject) === undefined ? 'closed' : 'no-liquidation'
}

const OF_POSITIONS: ReadonlySet<AlertKind> = new Set(['position-pnl', 'position-roi', 'liquidation-distance'])

/** The subject begins with its account. */
function accountOf({ subject }: RuleState, { accounts }: Facts) {
  return accounts.get(subject.split(' ')[0] ?? '')
}

function isOfNoAccount(state: RuleState, facts: Facts): boolean {
  return accountOf(state, facts) === undefined
}

/** While its account is not live, a missing position may merely be unread. */
function isClosed(state: RuleState, facts: Facts): boolean {
  if (facts.positions.get(state.subject) !== undefined) return false
  const account = accountOf(state, facts)
  return account === undefined || account.state === 'live'
}

/** An exchange may also leave the price out of one message and state it in the next; then it is back within seconds. */
function hasNoLiquidation({ subject, seenAt }: RuleState, { positions }: Facts, now: Time): boolean {
  const row = positions.get(subject)
  const isKnown = row?.freshness === 'live' && row.markFreshness === 'live' && row.mark !== null
  return isKnown && row.liquidationDistance === null && now - seenAt > LATE_AFTER_MS
}

function neverExpires(state: RuleState, facts: Facts): boolean {
  const rights = accountOf(state, facts)?.rights ?? null
  return rights !== null && rights.expiresAt === null && rights.verdict !== 'unknown'
}

function isNotHeld(rule: StoredRule, instrument: string, { accounts, positions }: Facts): boolean {
  const isHeld = [...positions.rows()].some(
    ([, row]) => row.instrument === instrument && inScope(rule, row.account, row.instrument),
  )
  const mayHold = [...accounts.rows()].filter(([, { account }]) => inScope(rule, account, null))
  return !isHeld && mayHold.every(([, { state }]) => state === 'live')
}

/** A stream of prices is opened some time after the start, if at all. */
const OPENED_WITHIN_MS = 600_000

/** One that is there and was not read is counted on no more. An account's own goes with the account. */
function isStreamGone(state: RuleState, facts: Facts, now: Time): boolean {
  const { startedAt } = facts.run
  if (accountOf(state, facts) !== undefined) return false
  return (
    facts.streams.get(state.subject) !== undefined || state.seenAt >= startedAt || now - startedAt > OPENED_WITHIN_MS
  )
}
