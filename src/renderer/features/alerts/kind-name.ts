import type { AlertKind } from '../../../shared/alert-conditions.ts'
import type { Say } from '../../words/words.ts'

/** Every kind of rule, in the order in which they are offered. */
export const KINDS = [
  'price-crosses',
  'price-moves',
  'position-pnl',
  'position-roi',
  'liquidation-distance',
  'margin-ratio',
  'drawdown',
  'daily-loss',
  'funding-rate',
  'fill',
  'liquidation',
  'order-ended',
  'balance-changes',
  'transfer',
  'stream-stale',
  'key-rights-changed',
  'key-expires',
  'system',
  'restart',
] as const satisfies readonly AlertKind[]

/** What is told without a rule. */
const UNRULED = ['absence', 'all-clear'] as const

/** What an alert is about; one of a kind this page does not know by its own id. */
export function kindName(kind: string, say: Say): string {
  const known = [...KINDS, ...UNRULED].find((each) => each === kind)
  return known === undefined ? kind : say(`kind.${known}`)
}
