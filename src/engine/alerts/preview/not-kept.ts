import type { AlertKind } from '../../../shared/alert-conditions.ts'
import { sentence, type Sentence } from '../../../shared/sentence.ts'

/** Kinds whose past nobody has written down. */
export type UnkeptKind = Exclude<
  AlertKind,
  'price-crosses' | 'price-moves' | 'drawdown' | 'daily-loss' | 'fill' | 'liquidation' | 'transfer' | 'balance-changes'
>

/** Why there is nothing to count. */
export function whyNotKept(kind: UnkeptKind): Sentence {
  switch (kind) {
    case 'position-pnl':
    case 'position-roi':
    case 'liquidation-distance':
      return sentence('preview.no-positions')
    case 'margin-ratio':
      return sentence('preview.no-margins')
    // A payment's rate is signed by the side of the position, and not every exchange states it.
    case 'funding-rate':
      return sentence('preview.no-rates')
    case 'order-ended':
      return sentence('preview.no-orders')
    case 'stream-stale':
      return sentence('preview.no-streams')
    case 'key-rights-changed':
      return sentence('preview.no-rights')
    case 'key-expires':
      return sentence('preview.no-expiries')
    case 'system':
      return sentence('preview.no-figures')
    case 'restart':
      return sentence('preview.no-starts')
  }
}
