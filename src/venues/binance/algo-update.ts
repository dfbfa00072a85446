import type { AccountEvent, AccountState, GoneOrder, Order } from '../../engine/account/event.ts'
import type { Heard, PrivateContext } from '../../engine/ports/feed.ts'
import { instrumentId, type InstrumentId, type MarketId, type Time } from '../../shared/ids.ts'
import { hearUnlisted } from './lost-figures.ts'
import { algoIdOf, goneOf } from './normalise-order.ts'
import { sideOf, slotOf, triggerOf, unlessZero } from './normalise-words.ts'
import { createdAt } from './order-update.ts'
import { isCoinMargined } from './symbols.ts'
import type { AlgoUpdate } from './wire-events.ts'

type Update = AlgoUpdate['o']

/** A conditional order's new state. A trailing stop says `NEW` twice, the second time when it becomes active. */
export function hearAlgoUpdate({ o, T }: AlgoUpdate, context: PrivateContext, market: MarketId): Heard<AccountEvent> {
  if (isCoinMargined(o)) return { kind: 'ignored', what: 'orders of COIN-M' }
  const instrument = instrumentId(market, o.s)
  if (!context.instruments.has(instrument)) return hearUnlisted(context)
  return { kind: 'items', items: [{ kind: 'order', order: orderOf(o, instrument, context.state, T) }] }
}

function orderOf(o: Update, instrument: InstrumentId, state: AccountState | null, at: Time): Order | GoneOrder {
  const order = algoIdOf(o.aid)
  const recency = { sequence: null, at }
  const gone = goneOf(o.X)
  if (gone !== null) return { order, instrument, gone, recency }
  return { ...waitingOf(o, instrument), order, createdAt: createdAt(state, order) ?? at, recency }
}

function waitingOf(o: Update, instrument: InstrumentId): Omit<Order, 'order' | 'createdAt' | 'recency'> {
  return {
    instrument,
    side: sideOf(o.S),
    slot: slotOf(o.ps),
    kind: o.o,
    conditional: true,
    status: o.X,
    price: unlessZero(o.p),
    triggerPrice: unlessZero(o.tp),
    triggerBy: triggerOf(o.wt),
    quantity: unlessZero(o.q),
    filled: null,
    reduceOnly: o.R,
    closesPosition: o.cp,
    timeInForce: o.f,
    takeProfit: null,
    stopLoss: null,
  }
}
