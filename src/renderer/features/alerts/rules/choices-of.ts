import type { RuleChoices, RuleRow } from '../../../../shared/alert-rows.ts'

/** What the user has decided of a rule, without what the program knows of it. */
export function choicesOf(row: RuleRow): RuleChoices {
  const { name, enabled, condition, account, instrument, hysteresis, coolDownMs, severity, channels, quietHours } = row
  return { name, enabled, condition, account, instrument, hysteresis, coolDownMs, severity, channels, quietHours }
}
