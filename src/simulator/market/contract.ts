import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'

export type VenueName = 'bybit' | 'binance'

/** One contract of the seeded market; both faces show it under their own symbol, or not at all. */
export interface Contract {
  /** The core's own name, e.g. "BTCUSDT", "BTCUSDT-dated", "BTCUSD". */
  readonly id: string
  readonly symbols: Readonly<Record<VenueName, string | null>>
  readonly base: string
  readonly quote: string
  /** The asset profit, fees and funding are paid in. */
  readonly settle: string
  /** Linear quantities count the base asset; inverse ones count quote (USD). */
  readonly form: 'linear' | 'inverse'
  /** Null: perpetual. */
  readonly delivery: Time | null
  readonly launch: Time
  readonly tick: Decimal
  readonly step: Decimal
  readonly maxQuantity: Decimal
  readonly minNotional: Decimal
  readonly maxLeverage: Decimal
  /** Maintenance margin as a fraction of notional; one tier, no deduction. */
  readonly maintenanceRate: Decimal
  readonly fundingHours: 1 | 4 | 8
  /** The price around which the walk moves. */
  readonly anchor: number
  /** Typical daily movement as a fraction. */
  readonly volatility: number
  /** Typical daily turnover in quote. */
  readonly turnover: number
  readonly underlying: 'coin' | 'equity' | 'index'
}

/** Digits after the point of a grid step: 1 for "0.10", 7 for "0.0000001". */
export function gridScale(step: Decimal): number {
  const point = step.indexOf('.')
  return point < 0 ? 0 : step.replace(/0+$/, '').length - point - 1
}
