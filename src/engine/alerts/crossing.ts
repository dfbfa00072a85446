import { add, compare, sub, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { RuleState } from '../ports/alert-store.ts'
import type { Reading } from './reading.ts'

/** The line a figure is held against. */
export interface Line {
  readonly at: Decimal
  /** On which side of it, itself included, the condition holds. */
  readonly over: 'above' | 'below'
  /** How far back, in the figure's own unit, before it counts as back. */
  readonly slack: Decimal
  /** `both`: coming back is told like going over. */
  readonly tells: 'over' | 'both'
  /** What a figure that is over when first seen means: an alert, or only where counting begins. */
  readonly first: 'alert' | 'baseline'
  /** So long without pause before it is told. */
  readonly forMs: number
  readonly coolDownMs: number
}

export type Outcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'fired'; readonly direction: 'over' | 'back'; readonly late: boolean }
  | { readonly kind: 'cleared'; readonly late: boolean }

export interface Step {
  readonly state: RuleState
  readonly outcome: Outcome
}

/** A figure unseen for so long was not watched: what it did meanwhile is told as late. */
export const LATE_AFTER_MS = 60_000

const NOTHING: Outcome = { kind: 'nothing' }

/**
 * Moves one rule's state by one fresh figure. Each change of side is told exactly once: a change that may not be told
 * yet (cool-down, duration) leaves the side where it was, so that it is found again at the next look.
 */
export function cross(rule: string, before: RuleState | null, reading: Reading, line: Line, now: Time): Step {
  if (reading.freshness === 'old') return { state: before ?? blank(rule, reading, 'under', now), outcome: NOTHING }
  const seen = { ...(before ?? blank(rule, reading, 'under', now)), value: reading.value, seenAt: now }
  if (before === null || before.value === null) return beginning(seen, reading, line, now)
  const late = now - before.seenAt > LATE_AFTER_MS
  return before.side === 'under' ? fromUnder(seen, reading, line, now, late) : fromOver(seen, reading, line, now, late)
}

/** What is as it was, and waits under its line for nothing, is where it was: most figures are, at most looks. */
export function isUnmoved(before: RuleState, { value, freshness }: Reading): boolean {
  return freshness === 'fresh' && before.value === value && before.side === 'under' && before.overSince === null
}

function beginning(state: RuleState, reading: Reading, line: Line, now: Time): Step {
  if (!isOver(reading.value, line)) return { state, outcome: NOTHING }
  if (line.first === 'baseline') return { state: { ...state, side: 'over' }, outcome: NOTHING }
  return fromUnder(state, reading, line, now, false)
}

function fromUnder(state: RuleState, reading: Reading, line: Line, now: Time, late: boolean): Step {
  if (!isOver(reading.value, line)) return { state: { ...state, overSince: null }, outcome: NOTHING }
  // Nobody saw that it was over all the while: a stream that is opened after a night begins with being silent.
  const overSince = late ? now : (state.overSince ?? now)
  if (now - overSince < line.forMs || isCooling(state, line, now))
    return { state: { ...state, overSince }, outcome: NOTHING }
  return {
    state: { ...state, side: 'over', overSince: null, firedAt: now },
    outcome: { kind: 'fired', direction: 'over', late },
  }
}

function fromOver(state: RuleState, reading: Reading, line: Line, now: Time, late: boolean): Step {
  if (!isBack(reading.value, line)) return { state, outcome: NOTHING }
  const under: RuleState = { ...state, side: 'under', overSince: null }
  if (line.tells === 'over') return { state: { ...under, alert: null }, outcome: clearing(state, late) }
  if (isCooling(state, line, now)) return { state, outcome: NOTHING }
  return { state: { ...under, firedAt: now }, outcome: { kind: 'fired', direction: 'back', late } }
}

function clearing(state: RuleState, late: boolean): Outcome {
  return state.alert === null ? NOTHING : { kind: 'cleared', late }
}

function isCooling(state: RuleState, line: Line, now: Time): boolean {
  return state.firedAt !== null && now >= state.firedAt && now - state.firedAt < line.coolDownMs
}

function isOver(value: Decimal, line: Line): boolean {
  const order = compare(value, line.at)
  return line.over === 'above' ? order >= 0 : order <= 0
}

/** Back is strictly on the other side, and beyond the slack. */
function isBack(value: Decimal, { at, over, slack }: Line): boolean {
  return over === 'above' ? compare(value, sub(at, slack)) < 0 : compare(value, add(at, slack)) > 0
}

function blank(rule: string, { subject }: Reading, side: RuleState['side'], seenAt: Time): RuleState {
  return { rule, subject, side, value: null, seenAt, overSince: null, firedAt: null, alert: null }
}
