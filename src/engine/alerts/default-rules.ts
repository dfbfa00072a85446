import { TELLS_RECOVERY } from '../../shared/alert-kinds.ts'
import type { RuleChoices } from '../../shared/alert-rows.ts'
import { decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { StoredRule } from '../ports/alert-store.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const COMMON = {
  name: '',
  enabled: true,
  account: 'all',
  instrument: null,
  hysteresis: decimal('0.05'),
  coolDownMs: 10 * MINUTE_MS,
  channels: {},
  quietHours: null,
} as const satisfies Partial<RuleChoices>

/** What is watched from the first start, before anybody has made a rule: what costs money when nobody looks. */
const FIRST: Readonly<Record<string, Omit<RuleChoices, 'recovery'>>> = {
  'liquidation-near': {
    ...COMMON,
    condition: { kind: 'liquidation-distance', fraction: decimal('0.10') },
    severity: 'warning',
  },
  'liquidation-close': {
    ...COMMON,
    condition: { kind: 'liquidation-distance', fraction: decimal('0.05') },
    severity: 'critical',
  },
  'margin-high': { ...COMMON, condition: { kind: 'margin-ratio', fraction: decimal('0.5') }, severity: 'warning' },
  'margin-critical': { ...COMMON, condition: { kind: 'margin-ratio', fraction: decimal('0.8') }, severity: 'critical' },
  liquidated: { ...COMMON, condition: { kind: 'liquidation' }, severity: 'critical', coolDownMs: 0 },
  'stream-silent': {
    ...COMMON,
    condition: { kind: 'stream-stale', forMs: MINUTE_MS },
    severity: 'critical',
    hysteresis: decimal('0'),
  },
  'key-rights': { ...COMMON, condition: { kind: 'key-rights-changed' }, severity: 'critical', coolDownMs: 0 },
  'key-expires': {
    ...COMMON,
    condition: { kind: 'key-expires', withinDays: 7 },
    severity: 'warning',
    hysteresis: decimal('0'),
    coolDownMs: 24 * HOUR_MS,
  },
}

export function defaultRules(now: Time): readonly StoredRule[] {
  return Object.entries(FIRST).map(([rule, choices]) => ({
    rule,
    ...choices,
    recovery: TELLS_RECOVERY.has(choices.condition.kind),
    origin: 'first-start',
    mutedUntil: null,
    createdAt: now,
  }))
}
