import { abs, add, div, mul, sign, sub, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Contract } from '../market/contract.ts'
import type { Exposure } from './bybit-figures.ts'
import type { ContractSettings } from './account.ts'
import { AMOUNT_SCALE, profitOf, rounded, valueOf } from './contract-math.ts'
import type { PositionFigures } from './margin.ts'
import type { Order } from './order.ts'

/** |notional| at mark ÷ leverage, and × maintenance rate of the one bracket. */
export function binanceFigures({
  contract,
  position,
  settings,
  quote,
}: Exposure): Omit<PositionFigures, 'liquidationPrice'> {
  const notional = trim(mul(position.quantity, quote.mark))
  const size = abs(notional)
  return {
    unrealised: profitOf(contract, position.quantity, position.entryPrice, quote.mark),
    notional,
    initialMargin: trim(div(size, settings.leverage, AMOUNT_SCALE, 'half-even')),
    maintenanceMargin: rounded(mul(size, contract.maintenanceRate)),
    breakEvenPrice: breakEven(position.quantity, position.entryPrice, position.realisedNow),
  }
}

export function binanceOrderMargin(contract: Contract, order: Order, settings: ContractSettings): Decimal {
  if (order.price === null || order.trigger !== null || order.reduceOnly) return ZERO
  const value = valueOf(contract, sub(order.quantity, order.filled), order.price)
  return trim(div(value, settings.leverage, AMOUNT_SCALE, 'half-even'))
}

/** Entry moved by what the holding has cost so far: fees, funding, and profit already taken. */
function breakEven(held: Decimal, entry: Decimal, realised: Decimal): Decimal {
  if (sign(held) === 0) return ZERO
  return trim(add(entry, div(sub(ZERO, realised), held, AMOUNT_SCALE, 'half-even')))
}
