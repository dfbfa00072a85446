import type { AlertCondition, AlertKind } from '../../../../shared/alert-conditions.ts'
import { hasEnd, TELLS_EACH } from '../../../../shared/alert-kinds.ts'
import type { RuleChoices } from '../../../../shared/alert-rows.ts'
import { decimal, mul, sign, trim, ZERO, type Decimal } from '../../../../shared/decimal.ts'
import type { Locale } from '../../../../shared/format/amount.ts'
import type { InstrumentId } from '../../../../shared/ids.ts'
import { assertNever } from '../../../../shared/result.ts'
import { readAmount } from '../../../format/read-amount.ts'
import type { WordId } from '../../../words/words.ts'
import type { NumberName, RuleDraft } from './draft.ts'

export interface WrongField {
  readonly id: WordId
  readonly values?: Readonly<Record<string, number>>
}

/** What is wrong with a draft, beside the field it is wrong in. */
export type WrongFields = Readonly<Partial<Record<keyof RuleDraft, WrongField>>>

export type ReadDraft =
  { readonly ok: true; readonly choices: RuleChoices } | { readonly ok: false; readonly wrong: WrongFields }

const HUNDREDTH = decimal('0.01')
const MILLION = decimal('1000000')
const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

/** A draft as the rule it says, exact to the last digit; or every field that says nothing yet. */
export function readDraft(draft: RuleDraft, locale: Locale): ReadDraft {
  const reading = createReading(draft, locale)
  const condition = conditionOf(draft, reading)
  const hysteresis = IS_HELD.has(draft.kind) ? reading.share('hysteresis', 'any') : ZERO
  const coolDownMs = TELLS_EACH.has(draft.kind) ? 0 : reading.whole('coolDown', 0, 10_080) * MINUTE_MS
  if (Object.keys(reading.wrong).length > 0) return { ok: false, wrong: reading.wrong }
  const { name, enabled, severity, account, quietHours, channels } = draft
  const instrument = 'instrument' in condition || !HAS_SCOPE.has(draft.kind) ? null : draft.instrument
  const recovery = draft.recovery && hasEnd(condition)
  const terms = { hysteresis, coolDownMs, severity, channels, quietHours, recovery }
  return { ok: true, choices: { name: name.trim(), enabled, condition, account, instrument, ...terms } }
}

interface Reading {
  readonly wrong: Partial<Record<keyof RuleDraft, WrongField>>
  amount(field: NumberName, range: 'positive' | 'any'): Decimal
  /** Typed in percent, read as a share of one. */
  share(field: NumberName, range: 'positive' | 'any'): Decimal
  whole(field: NumberName, least: number, most: number): number
  contract(): InstrumentId
}

function createReading(draft: RuleDraft, locale: Locale): Reading {
  const wrong: Reading['wrong'] = {}

  function amount(field: NumberName, range: 'positive' | 'any'): Decimal {
    const read = readAmount(draft[field], locale)
    if (read === null) wrong[field] = { id: 'builder.wrong.number' }
    else if (range === 'positive' && sign(read) <= 0) wrong[field] = { id: 'builder.wrong.positive' }
    return read ?? ZERO
  }

  return {
    wrong,
    amount,
    share: (field, range) => trim(mul(amount(field, range), HUNDREDTH)),
    whole: (field, least, most) => {
      const read = /^\d{1,9}$/.test(draft[field].trim()) ? parseInt(draft[field], 10) : NaN
      if (!(read >= least && read <= most)) wrong[field] = { id: 'builder.wrong.range', values: { least, most } }
      return read
    },
    contract: () => {
      if (draft.instrument === null) wrong.instrument = { id: 'builder.wrong.contract' }
      // Without a contract the draft is wrong, and nothing of it is used.
      return draft.instrument ?? ('' as InstrumentId)
    },
  }
}

function conditionOf(draft: RuleDraft, { amount, share, whole, contract }: Reading): AlertCondition {
  const { kind, direction, of, move, level, how, instrument } = draft
  switch (kind) {
    case 'price-crosses':
      return { kind, instrument: contract(), direction, price: amount('price', 'positive'), of }
    case 'price-moves': {
      const withinMs = whole('minutes', 1, DAY_MINUTES) * MINUTE_MS
      return { kind, instrument: contract(), direction: move, fraction: share('percent', 'positive'), withinMs }
    }
    case 'position-pnl':
      return { kind, level, amount: amount('amount', 'any') }
    case 'position-roi':
      return { kind, level, fraction: share('percent', 'any') }
    case 'liquidation-distance':
    case 'margin-ratio':
    case 'drawdown':
      return { kind, fraction: share('percent', 'positive') }
    case 'daily-loss':
      return { kind, amount: amount('amount', 'positive') }
    case 'balance-changes':
      return { kind, asset: draft.asset, amount: amount('amount', 'positive') }
    case 'funding-rate':
      return { kind, instrument, level, rate: share('percent', 'any') }
    case 'order-ended':
      return { kind, how }
    case 'stream-stale':
      return { kind, forMs: whole('seconds', 5, 86_400) * 1000 }
    case 'key-expires':
      return { kind, withinDays: whole('days', 1, 90) }
    case 'system':
      return systemCondition(draft, { amount, share, whole })
    case 'fill':
    case 'liquidation':
    case 'transfer':
    case 'key-rights-changed':
    case 'restart':
      return { kind }
    default:
      return assertNever(kind)
  }
}

function systemCondition(
  { figure, level }: RuleDraft,
  { amount, share, whole }: Pick<Reading, 'amount' | 'share' | 'whole'>,
): AlertCondition {
  const forMs = whole('minutes', 1, DAY_MINUTES) * MINUTE_MS
  const plain = figure === 'event-loop-delay' ? amount('value', 'positive') : null
  const value =
    figure === 'processor' ? share('value', 'positive') : (plain ?? trim(mul(amount('value', 'positive'), MILLION)))
  return { kind: 'system', figure, level, value, forMs }
}

/** Kinds that a contract can be chosen for besides their condition. */
export const HAS_SCOPE: ReadonlySet<AlertKind> = new Set([
  'position-pnl',
  'position-roi',
  'liquidation-distance',
  'fill',
  'liquidation',
  'order-ended',
])

/** Kinds that hold a figure against a line, which it can hover around. */
export const IS_HELD: ReadonlySet<AlertKind> = new Set([
  'price-crosses',
  'price-moves',
  'position-pnl',
  'position-roi',
  'liquidation-distance',
  'margin-ratio',
  'drawdown',
  'daily-loss',
  'funding-rate',
  'system',
])

/** Kinds that are about accounts. */
export const HAS_ACCOUNT: ReadonlySet<AlertKind> = new Set([
  'position-pnl',
  'position-roi',
  'liquidation-distance',
  'margin-ratio',
  'drawdown',
  'daily-loss',
  'fill',
  'liquidation',
  'order-ended',
  'balance-changes',
  'transfer',
  'stream-stale',
  'key-rights-changed',
  'key-expires',
])
