import type { Fill, Flow, GoneOrder } from '../event.ts'
import { amount, BTC, START } from './samples.ts'

export function fill(changes: Partial<Fill> = {}): Fill {
  return {
    fill: 'f1',
    order: 'o1',
    instrument: BTC,
    symbol: 'BTCUSDT',
    side: 'buy',
    slot: 'one-way',
    price: amount('84000'),
    quantity: amount('0.01'),
    fee: amount('0.46'),
    feeAsset: 'USDT',
    realisedPnl: null,
    liquidity: 'taker',
    cause: 'trade',
    at: START,
    ...changes,
  }
}

export function flow(changes: Partial<Flow> = {}): Flow {
  return {
    flow: 'w1',
    kind: 'transfer',
    label: 'TRANSFER',
    instrument: null,
    symbol: '',
    amount: amount('1000'),
    asset: 'USDT',
    rate: null,
    at: START,
    ...changes,
  }
}

export function gone(changes: Partial<GoneOrder> = {}): GoneOrder {
  return { order: 'o1', instrument: BTC, gone: 'rejected', recency: { sequence: null, at: START }, ...changes }
}
