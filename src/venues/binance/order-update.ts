import type { AccountEvent, AccountState, Fill, GoneOrder, Order } from '../../engine/account/event.ts'
import type { Heard, PrivateContext } from '../../engine/ports/feed.ts'
import { isZero } from '../../shared/decimal.ts'
import { instrumentId, type InstrumentId, type MarketId, type Time } from '../../shared/ids.ts'
import { hearUnlisted } from './lost-figures.ts'
import { fillIdOf } from './normalise-fill.ts'
import { goneOf, isConditional, orderIdOf } from './normalise-order.ts'
import { sideOf, slotOf, triggerOf, unlessZero } from './normalise-words.ts'
import { isCoinMargined } from './symbols.ts'
import type { OrderTradeUpdate } from './wire-events.ts'

type Update = OrderTradeUpdate['o']

/** An order's new state and, if it traded, the fill. */
export function hearOrderUpdate(
  { o, T }: OrderTradeUpdate,
  context: PrivateContext,
  market: MarketId,
): Heard<AccountEvent> {
  if (isCoinMargined(o)) return { kind: 'ignored', what: 'orders of COIN-M' }
  const instrument = instrumentId(market, o.s)
  if (!context.instruments.has(instrument)) return hearUnlisted(context)
  const order: AccountEvent = { kind: 'order', order: orderOf(o, instrument, context.state, o.T ?? T) }
  const fill = fillOf(o, instrument, o.T ?? T)
  return { kind: 'items', items: fill === null ? [order] : [{ kind: 'fill', fill }, order] }
}

function orderOf(o: Update, instrument: InstrumentId, state: AccountState | null, at: Time): Order | GoneOrder {
  const order = orderIdOf(o.s, o.i)
  const recency = { sequence: null, at }
  const gone = goneOf(o.X)
  if (gone !== null) return { order, instrument, gone, recency }
  return { ...restingOf(o, instrument), order, createdAt: createdAt(state, order) ?? at, recency }
}

function restingOf(o: Update, instrument: InstrumentId): Omit<Order, 'order' | 'createdAt' | 'recency'> {
  const conditional = isConditional(o.o)
  return {
    instrument,
    side: sideOf(o.S),
    slot: slotOf(o.ps),
    kind: o.o,
    conditional,
    status: o.X,
    price: unlessZero(o.p),
    triggerPrice: conditional ? unlessZero(o.sp) : null,
    triggerBy: conditional ? triggerOf(o.wt) : '',
    quantity: unlessZero(o.q),
    filled: o.z,
    reduceOnly: o.R,
    closesPosition: o.cp,
    timeInForce: o.f,
    takeProfit: null,
    stopLoss: null,
  }
}

/** No event tells when an order was placed, so a known one keeps its time. */
export function createdAt(state: AccountState | null, order: string): Time | null {
  const known = state?.orders.get(order)
  return known !== undefined && 'createdAt' in known ? known.createdAt : null
}

/** Null when nothing traded, or when the trade has no number yet: history will tell it with one. */
function fillOf(o: Update, instrument: InstrumentId, at: Time): Fill | null {
  if (o.x !== 'TRADE' && o.x !== 'CALCULATED') return null
  if (o.l === null || o.L === null || isZero(o.l) || (o.t ?? '0') === '0') return null
  return {
    fill: fillIdOf(o.s, o.t ?? '', o.S),
    order: orderIdOf(o.s, o.i),
    instrument,
    symbol: o.s,
    side: sideOf(o.S),
    slot: slotOf(o.ps),
    price: o.L,
    quantity: o.l,
    fee: o.n,
    feeAsset: o.N,
    realisedPnl: o.rp,
    liquidity: o.m ? 'maker' : 'taker',
    cause: causeOf(o),
    at,
  }
}

/** The exchange signs the orders it places itself in their client id. */
export function causeOf(o: Pick<Update, 'c' | 'x' | 'o'>): Fill['cause'] {
  if (o.c.startsWith('adl_autoclose')) return 'adl'
  if (o.c.startsWith('settlement_autoclose-')) return 'settlement'
  if (o.c.startsWith('autoclose-') || o.x === 'CALCULATED' || o.o === 'LIQUIDATION') return 'liquidation'
  return 'trade'
}
