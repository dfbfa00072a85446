import { decimal, type Decimal } from '../../../shared/decimal.ts'
import { instrumentId, marketId, venueId, type InstrumentId } from '../../../shared/ids.ts'
import type {
  AccountSnapshot,
  AccountState,
  Balance,
  Flat,
  GoneOrder,
  Order,
  Position,
  Recency,
  Totals,
} from '../event.ts'
import { applySnapshot } from '../snapshot.ts'

/** Rows with sensible values of our own; a test states only what it is about. */

export const START = 1_795_257_600_000
export const place = marketId(venueId('samples'), 'main')
export const BTC: InstrumentId = instrumentId(place, 'BTCUSDT')
export const ETH: InstrumentId = instrumentId(place, 'ETHUSDT')
export const COIN: InstrumentId = instrumentId(place, 'BTCUSD')

export function at(ms: number, sequence: number | null = null): Recency {
  return { sequence, at: START + ms }
}

export function amount(text: string): Decimal {
  return decimal(text)
}

export function balance(changes: Partial<Balance> = {}): Balance {
  return {
    asset: 'USDT',
    wallet: amount('10000'),
    available: null,
    borrowed: null,
    unrealisedPnl: amount('0'),
    equity: amount('10000'),
    rate: amount('1'),
    initialMargin: null,
    maintenanceMargin: null,
    recency: at(0),
    ...changes,
  }
}

export function position(changes: Partial<Position> = {}): Position {
  return {
    instrument: BTC,
    slot: 'one-way',
    side: 'long',
    size: amount('0.05'),
    entry: amount('84000'),
    breakEven: null,
    liquidation: amount('70000'),
    leverage: amount('10'),
    marginMode: 'cross',
    initialMargin: amount('420'),
    maintenanceMargin: amount('21'),
    isolatedWallet: null,
    statedMark: amount('84000'),
    statedPnl: amount('0'),
    realisedPnl: null,
    takeProfit: null,
    stopLoss: null,
    trailingStop: null,
    adlRank: null,
    openedAt: null,
    recency: at(0, 1),
    ...changes,
  }
}

export function flat(recency: Recency, slot: Flat['slot'] = 'one-way', instrument = BTC): Flat {
  return { instrument, slot, size: null, recency }
}

export function order(changes: Partial<Order> = {}): Order {
  return {
    order: 'o1',
    instrument: BTC,
    side: 'buy',
    slot: 'one-way',
    kind: 'limit',
    conditional: false,
    status: 'new',
    price: amount('82500'),
    triggerPrice: null,
    triggerBy: '',
    quantity: amount('0.01'),
    filled: amount('0'),
    reduceOnly: false,
    closesPosition: false,
    timeInForce: 'GTC',
    takeProfit: null,
    stopLoss: null,
    createdAt: START,
    recency: at(0),
    ...changes,
  }
}

export function gone(recency: Recency, id = 'o1', how: GoneOrder['gone'] = 'filled'): GoneOrder {
  return { order: id, instrument: null, gone: how, recency }
}

export function totals(changes: Partial<Totals> = {}): Totals {
  return {
    currency: 'USDT',
    equity: amount('10000'),
    wallet: amount('10000'),
    marginBalance: amount('10000'),
    available: amount('9580'),
    unrealisedPnl: amount('0'),
    initialMargin: amount('420'),
    maintenanceMargin: amount('21'),
    recency: at(0),
    ...changes,
  }
}

export function snapshot(changes: Partial<AccountSnapshot> = {}): AccountSnapshot {
  return {
    at: START,
    modes: { positionMode: 'one-way', marginMode: 'cross', sharedCollateral: false },
    totals: totals(),
    balances: [balance()],
    positions: [position()],
    orders: [order()],
    identity: 'sample',
    ...changes,
  }
}

export function stateOf(changes: Partial<AccountSnapshot> = {}): AccountState {
  return applySnapshot(null, snapshot(changes))
}
