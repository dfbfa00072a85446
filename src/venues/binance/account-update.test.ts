import { describe, expect, it } from 'vitest'
import { instrumentId } from '../../shared/ids.ts'
import events from './fixtures/user-events.json' with { type: 'json' }
import { hear, itemsOf } from './test/hear.ts'
import { market, snapshotWith, stateOf } from './test/scene.ts'

const [wallet] = events.accountUpdateOrder.a.B
const at = events.accountUpdateOrder.T

function update(B: readonly unknown[], P: readonly unknown[] = [], m = 'ORDER') {
  return { ...events.accountUpdateOrder, a: { B, P, m } }
}

describe('the wallet in an account update', () => {
  it('replaces one asset; what no longer holds is unknown, not zero, and is fetched', () => {
    const heard = hear(update([wallet]))
    expect(heard.kind).toBe('resync')
    expect(itemsOf(heard)).toEqual([
      {
        kind: 'balance',
        balance: {
          asset: 'USDT',
          wallet: '4999.27400000',
          available: null,
          borrowed: null,
          unrealisedPnl: null,
          equity: null,
          rate: '1',
          initialMargin: null,
          maintenanceMargin: null,
          recency: { sequence: null, at },
        },
      },
    ])
  })

  it('keeps every stated figure while the wallet is the same amount, however it is spelled', () => {
    const heard = hear(update([{ a: 'USDT', wb: '5000' }]))
    expect(heard.kind).toBe('items')
    expect(itemsOf(heard)).toMatchObject([{ balance: { available: '4692.14525000', equity: '5063.99500000' } }])
  })

  it('does not ask again for what is already known to be missing', () => {
    const state = stateOf(snapshotWith())
    const usdt = { ...state.balances.get('USDT')!, available: null }
    expect(hear(update([wallet]), { ...state, balances: new Map([['USDT', usdt]]) }).kind).toBe('items')
  })

  it('lets a busy account wait for the next report when the last one is young', () => {
    const state = { ...stateOf(snapshotWith()), at: 1_795_257_890_000 }
    const heard = hear(events.accountUpdateOrder, state)
    expect(heard).toMatchObject({
      kind: 'items',
      items: [{ balance: { available: null } }, { position: { size: '15' } }],
    })
    const fresh = update([], [{ ...events.accountUpdateOrder.a.P[0], s: 'ETHBTC' }])
    expect(hear(fresh, state)).toMatchObject({ kind: 'resync', why: 'leverage and liquidation of a new position' })
  })

  it('takes a negative wallet and an asset it has never seen', () => {
    const heard = hear(
      update([
        { a: 'USDT', wb: '-113.29772855' },
        { a: 'BNFCR', wb: '2E-1' },
      ]),
    )
    expect(itemsOf(heard)).toMatchObject([
      { balance: { asset: 'USDT', wallet: '-113.29772855', rate: '1' } },
      { balance: { asset: 'BNFCR', wallet: '0.2', rate: null, available: null } },
    ])
  })

  it('touches only what it names', () => {
    expect(itemsOf(hear(update([wallet])))).toHaveLength(1)
    expect(hear(update([], []))).toEqual({ kind: 'items', items: [] })
    expect(hear({ ...events.accountUpdateOrder, a: { m: 'ADJUSTMENT' } })).toEqual({ kind: 'items', items: [] })
  })
})

describe('funding', () => {
  it('shows as the new balance alone, so that the payment is counted once, from history', () => {
    const items = itemsOf(hear(events.accountUpdateFunding))
    expect(items.map(({ kind }) => kind)).toEqual(['balance'])
  })
})

describe('contracts of an account update', () => {
  it('drops COIN-M rows without a word', () => {
    const [position] = events.accountUpdateOrder.a.P
    expect(hear(update([], [{ ...position, s: 'BTCUSD_PERP', st: 2 }]))).toEqual({ kind: 'items', items: [] })
  })

  it('fetches the truth when a contract is not listed', () => {
    const [position] = events.accountUpdateOrder.a.P
    const heard = hear(update([], [{ ...position, s: 'BRANDNEWUSDT' }, position]))
    expect(heard.kind).toBe('resync')
    expect(itemsOf(heard)).toMatchObject([{ position: { instrument: instrumentId(market, 'SOLUSDT') } }])
  })
})
