import { absenceKey, type AbsenceRow, type AlertRow } from '../../../shared/alert-rows.ts'
import { add, trim, ZERO, type Decimal } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import { sentence } from '../../../shared/sentence.ts'
import { asRule } from '../as-rule.ts'

export const ABSENCE = asRule('absence')

const WORTH_TELLING_MINUTES = 10
const WORTH_KEEPING_MS = 60_000

export function isWorthKeeping(row: AbsenceRow): boolean {
  return hasHappened(row) || row.to - row.from >= WORTH_KEEPING_MS
}

export function isWorthTelling(row: AbsenceRow): boolean {
  return hasHappened(row) || row.blindMinutes > WORTH_TELLING_MINUTES
}

function hasHappened({ fills, funding, alerts }: AbsenceRow): boolean {
  return fills > 0 || alerts > 0 || funding.length > 0
}

/**
 * What an absence is told as, once.
 * @param label what the user calls the account it is of; empty where it is of all
 */
export function toldAbsence(row: AbsenceRow, label: string, now: Time): AlertRow {
  const { account } = row
  const words = {
    account: label,
    spanAway: String(row.to - row.from),
    timeFrom: String(row.from),
    timeTo: String(row.to),
    fills: String(row.fills),
    alerts: String(row.alerts),
    amountsFunding: listed(row.funding.map(({ asset, amount }) => [asset, amount])),
    amountsPnl: listed(row.pnl.flatMap(({ currency, amount }) => (amount === null ? [] : [[currency, amount]]))),
  }
  return {
    alert: `${ABSENCE.rule} ${absenceKey(row)}`,
    rule: ABSENCE.rule,
    ruleName: '',
    kind: ABSENCE.rule,
    severity: 'info',
    title: sentence(account === null ? `absence.${row.cause}` : 'absence.account', words),
    body: sentence('absence.body', words),
    account,
    instrument: null,
    place: { tab: 'alerts', account, instrument: null },
    value: null,
    at: row.from,
    firedAt: now,
    late: false,
    clearedAt: null,
    readAt: null,
    acknowledgedAt: null,
    ends: null,
  }
}

/** `12.5 USDT, -3 USDC`: one sum for each unit; empty where nothing is known. */
function listed(amounts: readonly (readonly [unit: string, amount: Decimal])[]): string {
  const sums = new Map<string, Decimal>()
  for (const [unit, amount] of amounts) sums.set(unit, trim(add(sums.get(unit) ?? ZERO, amount)))
  return [...sums].map(([unit, amount]) => `${amount} ${unit}`).join(', ')
}
