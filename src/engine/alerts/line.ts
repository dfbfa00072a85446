import type { AlertCondition, AlertKind } from '../../shared/alert-conditions.ts'
import { abs, decimal, mul, negate, ONE, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { StoredRule } from '../ports/alert-store.ts'
import type { Line } from './crossing.ts'

/** Conditions that hold while a figure is over a line. */
export type CrossingKind = Exclude<AlertKind, HappeningKind | ChangeKind>
/** Conditions about something that happens once. */
export type HappeningKind = 'fill' | 'liquidation' | 'order-ended' | 'transfer' | 'restart'
/** Conditions about a value that differs from what it was. */
export type ChangeKind = 'balance-changes' | 'key-rights-changed'

export type CrossingCondition = Extract<AlertCondition, { readonly kind: CrossingKind }>

type Shape = Pick<Line, 'at' | 'over'> & Partial<Pick<Line, 'tells' | 'first' | 'forMs'>>

/**
 * The line of a rule. A price is only ever crossed, so where it stands when first seen is where counting begins; being
 * near liquidation is told even if it was so before anybody looked.
 */
export function lineOf(rule: StoredRule, condition: CrossingCondition): Line {
  const shape = shapeOf(condition)
  return {
    tells: 'over',
    first: 'alert',
    forMs: 0,
    ...shape,
    slack: mul(abs(shape.at), rule.hysteresis),
    coolDownMs: rule.coolDownMs,
  }
}

function shapeOf(condition: CrossingCondition): Shape {
  switch (condition.kind) {
    case 'price-crosses':
      return priceShape(condition.price, condition.direction)
    case 'price-moves':
      return { at: condition.fraction, over: 'above' }
    case 'position-pnl':
      return { at: condition.amount, over: condition.level }
    case 'position-roi':
      return { at: condition.fraction, over: condition.level }
    case 'funding-rate':
      return { at: condition.rate, over: condition.level }
    case 'liquidation-distance':
      return { at: condition.fraction, over: 'below' }
    case 'margin-ratio':
    case 'drawdown':
      return { at: condition.fraction, over: 'above' }
    case 'daily-loss':
      return { at: negate(condition.amount), over: 'below' }
    case 'stream-stale':
      return { at: ONE, over: 'above', forMs: condition.forMs }
    case 'key-expires':
      return { at: decimal(String(condition.withinDays)), over: 'below' }
    case 'system':
      return { at: condition.value, over: condition.level, forMs: condition.forMs }
  }
}

function priceShape(at: Decimal, direction: 'above' | 'below' | 'either'): Shape {
  return {
    at,
    over: direction === 'below' ? 'below' : 'above',
    tells: direction === 'either' ? 'both' : 'over',
    first: 'baseline',
  }
}

export function isCrossing(condition: AlertCondition): condition is CrossingCondition {
  return !isHappening(condition.kind) && !isChange(condition.kind)
}

export function isHappening(kind: AlertKind): kind is HappeningKind {
  return HAPPENINGS.has(kind)
}

export function isChange(kind: AlertKind): kind is ChangeKind {
  return kind === 'balance-changes' || kind === 'key-rights-changed'
}

const HAPPENINGS: ReadonlySet<AlertKind> = new Set(['fill', 'liquidation', 'order-ended', 'transfer', 'restart'])

/** Not live counts one, live nothing. */
export const STALE = ONE
export const WELL = ZERO
