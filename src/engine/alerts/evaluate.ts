import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { RuleState, StoredRule } from '../ports/alert-store.ts'
import { bornEmpty, movedBy } from './balance.ts'
import { compareWithKept, valuesOf, type Value } from './change.ts'
import { cross, isUnmoved, LATE_AFTER_MS } from './crossing.ts'
import type { Facts } from './facts.ts'
import { endOf, gonenessOf } from './gone.ts'
import { happeningsOf } from './happenings/happenings.ts'
import {
  isChange,
  isCrossing,
  isHappening,
  lineOf,
  type ChangeKind,
  type CrossingCondition,
  type HappeningKind,
} from './line.ts'
import type { About, Reading } from './reading.ts'
import { readingsOf } from './readings/readings.ts'

/** A change of state that is to be told. */
export interface Firing {
  /** Made of the rule and what happened, so that telling it twice is noticed. */
  readonly alert: string
  readonly rule: StoredRule
  readonly about: About
  readonly direction: 'over' | 'back' | 'happened' | 'changed'
  readonly value: Decimal | null
  readonly at: Time
  readonly late: boolean
}

/** What a rule told of is over, and is to be told as that. */
export interface Over {
  readonly rule: StoredRule
  readonly how: 'back' | 'closed' | 'no-liquidation'
  /** How it is now; null where there is nothing left to say it of. */
  readonly about: About | null
  readonly value: Decimal | null
  readonly at: Time
  readonly late: boolean
}

/** An alert that stands no more. */
export interface Clearing {
  readonly alert: string
  readonly at: Time
  /** Null where nobody is to be told, something else is told instead, or nobody knows that it is over. */
  readonly over: Over | null
}

/** What was known before this look. */
export interface Before {
  state(rule: string, subject: string): RuleState | null
  /** Every subject a rule has a state of. */
  subjects(rule: string): Iterable<string>
  /** Whether an alert of this id is known already. */
  isTold(alert: string): boolean
}

export interface Evaluation {
  readonly fired: readonly Firing[]
  readonly cleared: readonly Clearing[]
  /** Every state that is another now, if only by when it was last seen. */
  readonly states: readonly RuleState[]
  readonly forgotten: readonly Pick<RuleState, 'rule' | 'subject'>[]
}

/** Holds rules against facts: what is to be told, what is over, and where each rule stands now. Nothing else changes. */
export function evaluate(rules: readonly StoredRule[], before: Before, facts: Facts, now: Time): Evaluation {
  return merge(rules.filter((rule) => rule.enabled).map((rule) => evaluateRule(rule, before, facts, now)))
}

function evaluateRule(rule: StoredRule, before: Before, facts: Facts, now: Time): Evaluation {
  const { condition } = rule
  if (isCrossing(condition)) return crossings(rule, condition, before, facts, now)
  if (isHappening(condition.kind)) return happened(rule, condition.kind, before, facts, now)
  if (isChange(condition.kind)) return changes(rule, condition.kind, before, facts, now)
  return NOTHING
}

function crossings(
  rule: StoredRule,
  condition: CrossingCondition,
  before: Before,
  facts: Facts,
  now: Time,
): Evaluation {
  const readings = readingsOf(rule, condition, facts, now)
  const looked = readings.map((reading) => crossOne(rule, condition, reading, before, now))
  return merge([...looked, goneSubjects(rule, readings, before, facts, now)])
}

function crossOne(
  rule: StoredRule,
  condition: CrossingCondition,
  reading: Reading,
  before: Before,
  now: Time,
): Evaluation {
  const kept = before.state(rule.rule, reading.subject)
  if (kept !== null && isUnmoved(kept, reading)) return seenAgain(kept, now)
  const { state, outcome } = cross(rule.rule, kept, reading, lineOf(rule, condition), now)
  if (outcome.kind === 'nothing') return { ...NOTHING, states: [state] }
  const { value, at } = reading
  const told = { rule, about: reading, value, at, late: outcome.late }
  if (outcome.kind === 'cleared')
    return { ...NOTHING, states: [state], cleared: clearing(kept, { ...told, how: 'back' }, now) }
  const alert = freshId(rule.rule, reading.subject, before, now)
  const firing = { ...told, alert, direction: outcome.direction }
  return { ...NOTHING, fired: [firing], states: [{ ...state, alert }], cleared: clearing(kept, null, now) }
}

function clearing(kept: Pick<RuleState, 'alert'> | null, over: Over | null, at: Time): readonly Clearing[] {
  return kept?.alert == null ? [] : [{ alert: kept.alert, at, over: over?.rule.recovery === true ? over : null }]
}

/** When it was last seen matters to within seconds. */
const SEEN_EVERY_MS = 1000

function seenAgain(kept: RuleState, now: Time): Evaluation {
  const age = now - kept.seenAt
  return age >= 0 && age < SEEN_EVERY_MS ? NOTHING : { ...NOTHING, states: [{ ...kept, seenAt: now }] }
}

/** What stood about something that is no more stands no more. */
function goneSubjects(
  rule: StoredRule,
  present: readonly About[],
  before: Before,
  facts: Facts,
  now: Time,
): Evaluation {
  const isGone = gonenessOf(rule)
  if (isGone === null) return NOTHING
  const seen = new Set(present.map(({ subject }) => subject))
  const missing = [...before.subjects(rule.rule)].filter((subject) => !seen.has(subject))
  if (missing.length === 0) return NOTHING
  const states = missing.flatMap((subject) => before.state(rule.rule, subject) ?? [])
  const gone = states.filter((state) => isGone(state, facts, now))
  return {
    ...NOTHING,
    forgotten: gone.map(({ subject }) => ({ rule: rule.rule, subject })),
    cleared: gone.flatMap((state) => clearing(state, overOf(rule, state, facts, now), now)),
  }
}

function overOf(rule: StoredRule, state: RuleState, facts: Facts, now: Time): Over | null {
  const how = endOf(rule.condition.kind, state, facts)
  // That there is no liquidation price is waited for on purpose.
  const late = how === 'closed' && now - state.seenAt > LATE_AFTER_MS
  return how === null ? null : { rule, how, about: null, value: null, at: now, late }
}

function happened(rule: StoredRule, kind: HappeningKind, before: Before, facts: Facts, now: Time): Evaluation {
  const fired = happeningsOf(rule, kind, facts).flatMap((about) => {
    const alert = `${rule.rule} ${about.identity}`
    const { value, at } = about
    return before.isTold(alert)
      ? []
      : [{ alert, rule, about, direction: 'happened' as const, value, at, late: now - at > LATE_AFTER_MS }]
  })
  return { ...NOTHING, fired }
}

function changes(rule: StoredRule, kind: ChangeKind, before: Before, facts: Facts, now: Time): Evaluation {
  const kept = [...before.subjects(rule.rule)]
  const states = kept.flatMap((subject) => before.state(rule.rule, subject) ?? [])
  const values = valuesOf(rule, kept, facts, now)
  const looked = values.map((value) => {
    const own = before.state(rule.rule, value.subject)
    const state = own ?? (kind === 'balance-changes' ? bornEmpty(value, states) : null)
    return changeOne(rule, kind, value, state, before, now)
  })
  return merge([...looked, goneSubjects(rule, values, before, facts, now)])
}

function changeOne(
  rule: StoredRule,
  kind: ChangeKind,
  value: Value,
  kept: RuleState | null,
  before: Before,
  now: Time,
): Evaluation {
  const { state, told } = compareWithKept(rule, kept, value, now)
  if (told === null) return { ...NOTHING, states: [state] }
  const moved = kind === 'balance-changes' ? movedBy(told.before, value.text) : null
  const words = moved === null ? { ...value.words, before: told.before } : { ...value.words, amountMoved: moved }
  const alert = freshId(rule.rule, value.subject, before, now)
  const about = { ...value, words }
  const firing = { alert, rule, about, direction: 'changed', value: moved, at: value.at, late: told.late } as const
  return { ...NOTHING, fired: [firing], states: [{ ...state, alert }] }
}

/** A clock that was set back may bring the same moment twice; what is told then is told for itself. */
function freshId(rule: string, subject: string, before: Before, now: Time): string {
  const id = `${rule} ${subject} ${now}`
  return before.isTold(id) ? `${id} again` : id
}

const NOTHING: Evaluation = { fired: [], cleared: [], states: [], forgotten: [] }

/** A thousand rules are merged many times a second, and hardly one of them has anything to tell. */
function merge(parts: readonly Evaluation[]): Evaluation {
  const [first = NOTHING, ...others] = parts.filter((part) => part !== NOTHING)
  if (others.length === 0) return first
  const whole = {
    fired: [...first.fired],
    cleared: [...first.cleared],
    states: [...first.states],
    forgotten: [...first.forgotten],
  }
  for (const { fired, cleared, states, forgotten } of others) {
    whole.fired.push(...fired)
    whole.cleared.push(...cleared)
    whole.states.push(...states)
    whole.forgotten.push(...forgotten)
  }
  return whole
}
