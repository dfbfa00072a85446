import { abs, add, div, mul, sign, sub, trim, type Decimal } from '../../shared/decimal.ts'
import { gridScale, type Contract } from '../market/contract.ts'

export interface Cushion {
  readonly contract: Contract
  /** Signed. */
  readonly held: Decimal
  /** Margin balance that answers for the position now, in the settle asset, its unrealised profit included. */
  readonly balance: Decimal
  /** Maintenance margin that stays when this price moves: of everything else the balance answers for, and fixed fees. */
  readonly othersMaintenance: Decimal
  readonly mark: Decimal
}

/**
 * The price at which the margin balance would equal the maintenance margin while everything else stands still, on the
 * contract's digits; null when no positive price does it. An estimate, as on the exchanges.
 */
export function liquidationPrice(cushion: Cushion): Decimal | null {
  const { contract } = cushion
  const price = contract.form === 'linear' ? linear(cushion) : inverse(cushion)
  if (price === null || sign(price) <= 0) return null
  return trim(price)
}

/** balance + held × (price − mark) = others + |held| × price × rate */
function linear({ contract, held, balance, othersMaintenance, mark }: Cushion): Decimal | null {
  const spare = sub(sub(balance, othersMaintenance), mul(held, mark))
  const slope = sub(mul(abs(held), contract.maintenanceRate), held)
  return sign(slope) === 0 ? null : div(spare, slope, gridScale(contract.tick) + 2, 'half-even')
}

/** balance + held × (1/mark − 1/price) = others + |held| × rate / price */
function inverse({ contract, held, balance, othersMaintenance, mark }: Cushion): Decimal | null {
  const top = add(held, mul(abs(held), contract.maintenanceRate))
  const bottom = add(sub(balance, othersMaintenance), div(held, mark, 16, 'half-even'))
  return sign(bottom) === 0 ? null : div(top, bottom, gridScale(contract.tick) + 2, 'half-even')
}
