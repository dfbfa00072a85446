import { z } from 'zod'
import { id, maybeAmount, maybeFlag, maybeText, maybeTime, orderSide, positionSide, time } from './wire-fields.ts'

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Current-All-Open-Orders */
export const openOrders = z.array(
  z.object({
    orderId: id,
    symbol: z.string(),
    status: z.string(),
    price: maybeAmount,
    origQty: maybeAmount,
    executedQty: maybeAmount,
    timeInForce: maybeText,
    type: z.string(),
    reduceOnly: maybeFlag,
    closePosition: maybeFlag,
    side: orderSide,
    positionSide,
    stopPrice: maybeAmount,
    workingType: maybeText,
    time: maybeTime,
    updateTime: maybeTime,
  }),
)
export type OpenOrder = z.infer<typeof openOrders>[number]

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Current-All-Algo-Open-Orders */
export const openAlgoOrders = z.array(
  z.object({
    algoId: id,
    symbol: z.string(),
    algoStatus: z.string(),
    orderType: z.string(),
    side: orderSide,
    positionSide,
    timeInForce: maybeText,
    quantity: maybeAmount,
    triggerPrice: maybeAmount,
    price: maybeAmount,
    workingType: maybeText,
    closePosition: maybeFlag,
    reduceOnly: maybeFlag,
    createTime: maybeTime,
    updateTime: maybeTime,
  }),
)
export type OpenAlgoOrder = z.infer<typeof openAlgoOrders>[number]

/** Orders of any status, as long lists that are read row by row. */
export const orderRows = z.array(z.unknown())

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/All-Orders */
export const endedOrder = z.object({ orderId: id, symbol: z.string(), status: z.string(), updateTime: time })

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Query-All-Algo-Orders */
export const endedAlgoOrder = z.object({ algoId: id, symbol: z.string(), algoStatus: z.string(), updateTime: time })
