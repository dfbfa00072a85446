import type { AlertKind } from './alert-conditions.ts'

/** Kinds that tell each thing that happens. A rest after firing would lose what happens in it, so they have none. */
export const TELLS_EACH: ReadonlySet<AlertKind> = new Set([
  'fill',
  'liquidation',
  'order-ended',
  'transfer',
  'restart',
  'balance-changes',
  'key-rights-changed',
])
