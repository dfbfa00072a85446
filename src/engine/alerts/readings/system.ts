import type { ConditionOf } from '../../../shared/alert-conditions.ts'
import type { Facts } from '../facts.ts'
import type { Reading } from '../reading.ts'

/** What the program itself takes of the computer. */
export function systemReadings(
  { figure, value: line }: ConditionOf<'system'>,
  facts: Facts,
  now: number,
): readonly Reading[] {
  const value = facts.system(figure)
  if (value === null) return []
  const words = { figure, [`${UNITS[figure]}Now`]: value, [`${UNITS[figure]}Line`]: line }
  return [{ subject: figure, account: null, instrument: null, words, value, freshness: 'fresh', at: now }]
}

const UNITS = {
  memory: 'bytes',
  processor: 'share',
  'event-loop-delay': 'span',
  'database-size': 'bytes',
  'disk-free': 'bytes',
} as const
