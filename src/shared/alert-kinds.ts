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

/** Kinds whose end is told too unless the user decides otherwise: what somebody waits for the end of. */
export const TELLS_RECOVERY: ReadonlySet<AlertKind> = new Set([
  'stream-stale',
  'margin-ratio',
  'liquidation-distance',
  'system',
])

/** Whether what a rule tells is over some time. A price that is told both ways is never over: it went the other way. */
export function hasEnd({ kind, direction }: { readonly kind: AlertKind; readonly direction?: string }): boolean {
  return !TELLS_EACH.has(kind) && !(kind === 'price-crosses' && direction === 'either')
}
