import type { AlertCondition, AlertKind, ConditionOf } from '../../../../shared/alert-conditions.ts'
import { TELLS_RECOVERY } from '../../../../shared/alert-kinds.ts'
import type { RuleChoices, Severity } from '../../../../shared/alert-rows.ts'
import type { ChannelLevel } from '../../../../shared/channel-rows.ts'
import { decimal, mul, trim, type Decimal } from '../../../../shared/decimal.ts'
import type { QuietHours } from '../../../../shared/desktop-rows.ts'
import { formatAmount, hundredfold, type Locale } from '../../../../shared/format/amount.ts'
import type { AccountId, InstrumentId } from '../../../../shared/ids.ts'

/** A rule being made, as it is typed. Percentages are in percent, spans in the unit their field names. */
export interface RuleDraft {
  readonly kind: AlertKind
  readonly name: string
  readonly enabled: boolean
  readonly severity: Severity
  readonly account: AccountId | 'all'
  readonly instrument: InstrumentId | null
  readonly direction: ConditionOf<'price-crosses'>['direction']
  readonly of: ConditionOf<'price-crosses'>['of']
  readonly move: ConditionOf<'price-moves'>['direction']
  readonly level: ConditionOf<'position-pnl'>['level']
  readonly how: ConditionOf<'order-ended'>['how']
  readonly figure: ConditionOf<'system'>['figure']
  readonly asset: ConditionOf<'balance-changes'>['asset']
  readonly price: string
  readonly percent: string
  readonly amount: string
  readonly value: string
  readonly minutes: string
  readonly seconds: string
  readonly days: string
  readonly hysteresis: string
  readonly coolDown: string
  readonly quietHours: QuietHours | null
  /** Also tells that it is over. */
  readonly recovery: boolean
  readonly channels: Readonly<Record<string, ChannelLevel>>
}

/** Fields that hold a figure as it is typed. */
export type NumberName = {
  [Name in keyof RuleDraft]: [string, RuleDraft[Name]] extends [RuleDraft[Name], string] ? Name : never
}[keyof RuleDraft]

const MINUTE_MS = 60_000
const MEGA = decimal('0.000001')

const BLANK: RuleDraft = {
  kind: 'price-crosses',
  name: '',
  enabled: true,
  severity: 'warning',
  account: 'all',
  instrument: null,
  direction: 'above',
  of: 'mark',
  move: 'either',
  level: 'above',
  how: 'either',
  figure: 'memory',
  asset: null,
  price: '',
  percent: '',
  amount: '',
  value: '',
  minutes: '15',
  seconds: '60',
  days: '7',
  hysteresis: '0',
  coolDown: '0',
  quietHours: null,
  recovery: false,
  channels: {},
}

/** What suits most at first: a price hovers around its line, a share of something does so more slowly. */
const USUAL: Readonly<Partial<Record<AlertKind, Partial<RuleDraft>>>> = {
  'price-crosses': { hysteresis: '0.1', coolDown: '1' },
  'price-moves': { percent: '3', hysteresis: '20', coolDown: '15' },
  'position-pnl': { level: 'below', hysteresis: '5', coolDown: '10' },
  'position-roi': { level: 'below', percent: '-20', hysteresis: '5', coolDown: '10' },
  'liquidation-distance': { percent: '10', hysteresis: '5', coolDown: '10' },
  'margin-ratio': { percent: '50', hysteresis: '5', coolDown: '10' },
  drawdown: { percent: '10', hysteresis: '5', coolDown: '10' },
  'daily-loss': { hysteresis: '5', coolDown: '10' },
  'funding-rate': { percent: '0.05', hysteresis: '5', coolDown: '60' },
  system: { minutes: '5', coolDown: '60' },
}

/** An empty draft of one kind; what is not of the kind itself is taken over from the draft before. */
export function draftOf(kind: AlertKind, locale: Locale, before: RuleDraft = BLANK): RuleDraft {
  const { name, enabled, severity, account, instrument, quietHours, channels } = before
  const usual = { ...BLANK, ...USUAL[kind], recovery: TELLS_RECOVERY.has(kind) }
  const typed = { percent: retype(usual.percent, locale), hysteresis: retype(usual.hysteresis, locale) }
  return { ...usual, ...typed, kind, name, enabled, severity, account, instrument, quietHours, channels }
}

/** The draft of a rule there is. */
export function draftFrom(choices: RuleChoices, locale: Locale): RuleDraft {
  const { name, enabled, severity, account, quietHours, recovery, channels } = choices
  return {
    ...BLANK,
    ...conditionDraft(choices.condition, locale),
    ...('instrument' in choices.condition ? {} : { instrument: choices.instrument }),
    name,
    enabled,
    severity,
    account,
    quietHours,
    recovery,
    channels,
    hysteresis: percentOf(choices.hysteresis, locale),
    coolDown: String(choices.coolDownMs / MINUTE_MS),
  }
}

function conditionDraft(condition: AlertCondition, locale: Locale): Pick<RuleDraft, 'kind'> & Partial<RuleDraft> {
  switch (condition.kind) {
    case 'price-crosses':
      return { ...condition, price: write(condition.price, locale) }
    case 'price-moves': {
      const { kind, instrument, direction, fraction, withinMs } = condition
      return { kind, instrument, move: direction, percent: percentOf(fraction, locale), minutes: minutesOf(withinMs) }
    }
    case 'funding-rate': {
      const { kind, instrument, level, rate } = condition
      return { kind, instrument, level, percent: percentOf(rate, locale) }
    }
    case 'system': {
      const { kind, figure, level, forMs } = condition
      return { kind, figure, level, value: systemValue(condition, locale), minutes: minutesOf(forMs) }
    }
    default:
      return simpleDraft(condition, locale)
  }
}

type Simple = Exclude<AlertCondition, { readonly kind: 'price-crosses' | 'price-moves' | 'funding-rate' | 'system' }>

function simpleDraft(condition: Simple, locale: Locale): Pick<RuleDraft, 'kind'> & Partial<RuleDraft> {
  return {
    kind: condition.kind,
    ...('level' in condition && { level: condition.level }),
    ...('fraction' in condition && { percent: percentOf(condition.fraction, locale) }),
    ...('amount' in condition && { amount: write(condition.amount, locale) }),
    ...('asset' in condition && { asset: condition.asset }),
    ...('how' in condition && { how: condition.how }),
    ...('forMs' in condition && { seconds: String(condition.forMs / 1000) }),
    ...('withinDays' in condition && { days: String(condition.withinDays) }),
  }
}

function systemValue({ figure, value }: ConditionOf<'system'>, locale: Locale): string {
  if (figure === 'processor') return percentOf(value, locale)
  return write(figure === 'event-loop-delay' ? value : trim(mul(value, MEGA)), locale)
}

function percentOf(fraction: Decimal, locale: Locale): string {
  return write(hundredfold(fraction), locale)
}

function minutesOf(ms: number): string {
  return String(ms / MINUTE_MS)
}

/** As a field shows it: in the language's own point, with nothing between the digits. */
function write(amount: Decimal, { point }: Locale): string {
  return formatAmount(amount, { group: '', point, minus: '-' })
}

function retype(text: string, { point }: Locale): string {
  return text.replace('.', point)
}
