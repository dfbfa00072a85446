import type { AlertCondition } from '../../shared/alert-conditions.ts'

export type PriceFigure = 'mark' | 'last' | 'funding'

/** What a rule has to be held against anew when it changes. `time` is every rule's. */
export type Source =
  /** Of one contract. */
  | `${PriceFigure} ${string}`
  | 'positions'
  | 'totals'
  | 'balances'
  | 'accounts'
  | 'streams'
  | 'fills'
  | 'flows'
  | 'orders'
  | 'time'

export function sourceOf(condition: AlertCondition): Source {
  switch (condition.kind) {
    case 'price-crosses':
      return `${condition.of} ${condition.instrument}`
    case 'price-moves':
      return `mark ${condition.instrument}`
    case 'funding-rate':
      return condition.instrument === null ? 'positions' : `funding ${condition.instrument}`
    case 'position-pnl':
    case 'position-roi':
    case 'liquidation-distance':
      return 'positions'
    case 'margin-ratio':
    case 'drawdown':
    case 'daily-loss':
      return 'totals'
    case 'balance-changes':
      return 'balances'
    case 'key-rights-changed':
      return 'accounts'
    case 'stream-stale':
      return 'streams'
    case 'fill':
    case 'liquidation':
      return 'fills'
    case 'transfer':
      return 'flows'
    case 'order-ended':
      return 'orders'
    case 'key-expires':
    case 'system':
    case 'restart':
      return 'time'
  }
}

export const INCOMING = ['fills', 'flows', 'orders'] as const

/** Facts that wait to be looked at, even where no rule asks for them. */
export function isIncoming(source: Source): source is (typeof INCOMING)[number] {
  return source === 'fills' || source === 'flows' || source === 'orders'
}

/** Figures that move with every price are looked at a few times a second; more often would tell nobody more. */
export function isUnhurried(source: Source): boolean {
  return source === 'positions' || source === 'totals' || source === 'balances'
}
