import type { AlertCondition } from '../../src/shared/alert-conditions.ts'
import type { RuleChoices } from '../../src/shared/alert-rows.ts'
import { decimal } from '../../src/shared/decimal.ts'
import type { InstrumentId } from '../../src/shared/ids.ts'

export function choicesOf(condition: AlertCondition): RuleChoices {
  return {
    name: '',
    enabled: true,
    condition,
    account: 'all',
    instrument: null,
    hysteresis: decimal('0'),
    coolDownMs: 0,
    severity: 'critical',
    channels: {},
    quietHours: null,
    recovery: false,
  }
}

/** Five rules a contract, of the kinds that move with its price; their lines are so far away that none is crossed. */
export function distantRules(instruments: readonly InstrumentId[]): readonly RuleChoices[] {
  return instruments.flatMap((instrument) => [
    crossing(instrument, 'above', '9000000'),
    crossing(instrument, 'below', '0.0000001'),
    crossing(instrument, 'either', '8000000'),
    choicesOf({ kind: 'price-moves', instrument, direction: 'either', fraction: decimal('5'), withinMs: 300_000 }),
    choicesOf({ kind: 'funding-rate', instrument, level: 'above', rate: decimal('0.9') }),
  ])
}

export function crossing(
  instrument: InstrumentId,
  direction: 'above' | 'below' | 'either',
  price: string,
): RuleChoices {
  return choicesOf({ kind: 'price-crosses', instrument, direction, price: decimal(price), of: 'mark' })
}
