import { abs, add, div, isZero, mul, ONE, sign, sub, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Contract } from '../market/contract.ts'
import type { Quote } from '../market/quote.ts'
import type { ContractSettings } from './account.ts'
import { AMOUNT_SCALE, profitOf, rounded, valueOf } from './contract-math.ts'
import type { PositionFigures } from './margin.ts'
import type { Order } from './order.ts'
import type { Position } from './position.ts'

/** What a position's figures are made of, apart from the rest of the account. */
export interface Exposure {
  readonly contract: Contract
  readonly position: Position
  readonly settings: ContractSettings
  readonly quote: Quote
  readonly takerRate: Decimal
}

/** Since 2025-09-02: margins at mark (isolated: initial margin at entry) plus the fee of closing. */
export function bybitFigures(exposure: Exposure): Omit<PositionFigures, 'liquidationPrice'> {
  const { contract, position, settings, quote } = exposure
  const atMark = valueOf(contract, position.quantity, quote.mark)
  const atEntry = valueOf(contract, position.quantity, position.entryPrice)
  const fee = closingFee(exposure, atEntry)
  const basis = settings.margin === 'isolated' ? atEntry : atMark
  return {
    unrealised: profitOf(contract, position.quantity, position.entryPrice, quote.mark),
    notional: sign(position.quantity) < 0 ? trim(sub(ZERO, atMark)) : atMark,
    initialMargin: rounded(add(over(basis, settings.leverage), fee)),
    maintenanceMargin: rounded(add(mul(atMark, contract.maintenanceRate), fee)),
    breakEvenPrice: bybitBreakEven(exposure),
  }
}

/** Fee of closing at the bankruptcy price. */
function closingFee({ position, settings, takerRate }: Exposure, atEntry: Decimal): Decimal {
  const part = over(ONE, settings.leverage)
  const atBankruptcy = sign(position.quantity) > 0 ? sub(ONE, part) : add(ONE, part)
  return mul(mul(atEntry, atBankruptcy), takerRate)
}

export function bybitOrderMargin(
  contract: Contract,
  order: Order,
  settings: ContractSettings,
  taker: Decimal,
): Decimal {
  if (order.price === null || order.trigger !== null || order.reduceOnly) return ZERO
  const value = valueOf(contract, sub(order.quantity, order.filled), order.price)
  const part = over(ONE, settings.leverage)
  const fees = mul(mul(value, taker), add(ONE, sub(ONE, part)))
  return rounded(add(mul(value, part), fees))
}

function bybitBreakEven({ contract, position, takerRate }: Exposure): Decimal {
  const size = abs(position.quantity)
  if (isZero(size)) return ZERO
  const long = sign(position.quantity) > 0
  const rate = long === (contract.form === 'linear') ? sub(ONE, takerRate) : add(ONE, takerRate)
  const cost =
    contract.form === 'linear' ? mul(size, position.entryPrice) : div(size, position.entryPrice, 16, 'half-even')
  const towards =
    long === (contract.form === 'linear') ? sub(cost, position.realisedNow) : add(cost, position.realisedNow)
  const [top, bottom] = contract.form === 'linear' ? [towards, mul(size, rate)] : [mul(size, rate), towards]
  return sign(bottom) > 0 ? trim(div(top, bottom, AMOUNT_SCALE, 'half-even')) : ZERO
}

function over(amount: Decimal, leverage: Decimal): Decimal {
  return div(amount, leverage, 12, 'half-even')
}
