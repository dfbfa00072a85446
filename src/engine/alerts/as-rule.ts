import { ZERO } from '../../shared/decimal.ts'
import type { StoredRule } from '../ports/alert-store.ts'

/**
 * How something that no rule watches for is sent: as an info to every channel at its own level. Its condition is never
 * held against anything.
 */
export function asRule(rule: string): StoredRule {
  return {
    rule,
    name: '',
    enabled: true,
    condition: { kind: 'restart' },
    account: 'all',
    instrument: null,
    hysteresis: ZERO,
    coolDownMs: 0,
    severity: 'info',
    channels: {},
    quietHours: null,
    recovery: false,
    origin: 'first-start',
    mutedUntil: null,
    createdAt: 0,
  }
}
