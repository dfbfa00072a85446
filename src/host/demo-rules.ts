import type { StoredRule } from '../engine/ports/alert-store.ts'
import { decimal } from '../shared/decimal.ts'
import type { Time } from '../shared/ids.ts'

const COMMON = {
  enabled: true,
  account: 'all',
  instrument: null,
  hysteresis: decimal('0'),
  coolDownMs: 0,
  quietHours: null,
  recovery: false,
  origin: 'user',
  mutedUntil: null,
} as const

/** Beside the rules of every first start: every fill is told without a sound, so that the history fills itself. */
export function demoRules(now: Time): readonly StoredRule[] {
  return [
    {
      ...COMMON,
      rule: 'demo-fills',
      name: '',
      condition: { kind: 'fill' },
      severity: 'info',
      channels: { os: 'silent' },
      createdAt: now,
    },
  ]
}
