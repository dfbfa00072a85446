import { abs, add, div, equals, mul, negate, round, sign, sub, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import { gridScale, type Contract } from '../market/contract.ts'

/** Amounts that division can make endless are kept to this many digits, halves to even. */
export const AMOUNT_SCALE = 8

/** Worth of a quantity at a price, unsigned: quote for linear, coin for inverse. */
export function valueOf(contract: Contract, quantity: Decimal, price: Decimal): Decimal {
  const size = abs(quantity)
  return trim(contract.form === 'linear' ? mul(size, price) : div(size, price, AMOUNT_SCALE, 'half-even'))
}

/** Profit of a signed holding from one price to another, in the settle asset. */
export function profitOf(contract: Contract, held: Decimal, entry: Decimal, exit: Decimal): Decimal {
  if (sign(held) === 0) return ZERO
  if (contract.form === 'linear') return trim(mul(held, sub(exit, entry)))
  const top = mul(held, sub(exit, entry))
  return trim(div(top, mul(entry, exit), AMOUNT_SCALE, 'half-even'))
}

/** Average entry after more is bought or sold on the same side. */
export function averageEntry(
  contract: Contract,
  held: Decimal,
  entry: Decimal,
  more: Decimal,
  price: Decimal,
): Decimal {
  if (sign(held) === 0 || equals(entry, price)) return price
  const scale = Math.max(AMOUNT_SCALE, gridScale(contract.tick) + 4)
  const total = abs(add(held, more))
  if (contract.form === 'linear') {
    return trim(div(add(mul(abs(held), entry), mul(abs(more), price)), total, scale, 'half-even'))
  }
  const coins = add(div(abs(held), entry, 16, 'half-even'), div(abs(more), price, 16, 'half-even'))
  return trim(div(total, coins, scale, 'half-even'))
}

/** The part of an amount that belongs to `part` of `whole`. */
export function share(amount: Decimal, part: Decimal, whole: Decimal): Decimal {
  if (equals(part, whole)) return amount
  return trim(div(mul(amount, abs(part)), abs(whole), AMOUNT_SCALE, 'half-even'))
}

export function signed(side: 'buy' | 'sell', quantity: Decimal): Decimal {
  return side === 'buy' ? quantity : negate(quantity)
}

export function rounded(amount: Decimal): Decimal {
  return trim(round(amount, AMOUNT_SCALE, 'half-even'))
}
