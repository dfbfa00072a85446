import type { Fill } from '../../engine/account/event.ts'
import { instrumentId, type MarketId } from '../../shared/ids.ts'
import { orderIdOf } from './normalise-order.ts'
import { sideOf, slotOf } from './normalise-words.ts'
import type { UserTrade } from './wire-history.ts'
import type { OrderSide } from './wire-fields.ts'

/** Trade numbers count per symbol, and one that matched the account with itself is told twice, once for each side. */
export function fillIdOf(symbol: string, trade: string, side: OrderSide): string {
  return `${symbol}:${trade}:${side}`
}

/** A row of the trade history. It does not say why the trade happened, so a liquidation reads as a trade here. */
export function fillOfTrade(trade: UserTrade, market: MarketId): Fill {
  return {
    fill: fillIdOf(trade.symbol, trade.id, trade.side),
    order: orderIdOf(trade.symbol, trade.orderId),
    instrument: instrumentId(market, trade.symbol),
    symbol: trade.symbol,
    side: sideOf(trade.side),
    slot: slotOf(trade.positionSide),
    price: trade.price,
    quantity: trade.qty,
    fee: trade.commission,
    feeAsset: trade.commissionAsset,
    realisedPnl: trade.realizedPnl,
    liquidity: trade.maker ? 'maker' : 'taker',
    cause: 'trade',
    at: trade.time,
  }
}
