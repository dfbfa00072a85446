import type { RuleChoices, RuleRow } from '../../../../shared/alert-rows.ts'

/** What the user has decided of a rule, without what the program knows of it. */
export function choicesOf(row: RuleRow): RuleChoices {
  const { name, enabled, condition, account, instrument } = row
  const { hysteresis, coolDownMs, severity, channels, quietHours, recovery } = row
  const terms = { hysteresis, coolDownMs, severity, channels, quietHours, recovery }
  return { name, enabled, condition, account, instrument, ...terms }
}
