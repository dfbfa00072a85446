import { describe, expect, it } from 'vitest'
import type { Engine } from '../../engine/engine.ts'
import { createEngineState } from '../../engine/state.ts'
import { createTables } from '../../engine/tables.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import type { AccountRow, FillRow, PositionRow, TotalRow } from '../../shared/account-rows.ts'
import { decimal } from '../../shared/decimal.ts'
import { accountId, instrumentId, marketId, venueId } from '../../shared/ids.ts'
import type { PriceRow } from '../../shared/market-rows.ts'
import { createFeedReader } from './reader.ts'

const START = 1_795_257_600_000
const venue = venueId('venue')
const market = marketId(venue, 'simulator')
const id = accountId('a1')
const symbol = 'BTCUSDT'
const instrument = instrumentId(market, symbol)

// Rows name only what the feed reads; the rest of their fields play no part in it.
const account = { account: id, label: 'Main', venue, environment: 'simulator', state: 'live' } as AccountRow
const total = (wallet: string): TotalRow =>
  ({
    account: id,
    currency: 'USDT',
    wallet: decimal(wallet),
    unrealisedPnl: decimal('1.075'),
    available: null,
    positionValue: decimal('4201.075'),
    at: START - 5,
  }) as TotalRow
const position = (size: string, mark = '84021.5'): PositionRow =>
  ({
    account: id,
    instrument,
    symbol,
    side: 'long',
    size: decimal(size),
    entry: decimal('84000'),
    mark: decimal(mark),
    unrealisedPnl: decimal('1.075'),
    at: START - 7,
  }) as PositionRow

const fill = (name: string, price: string, quantity: string): FillRow =>
  ({
    account: id,
    symbol,
    fill: name,
    side: 'sell',
    price: decimal(price),
    quantity: decimal(quantity),
    fee: null,
    realisedPnl: null,
  }) as FillRow

function setUp() {
  const clock = createManualClock(START)
  const tables = createTables()
  const state = createEngineState(tables)
  state.accounts.set(id, account)
  state.totals.set(id, total('9997.69'))
  // The feed uses state, tables and mode of an engine and nothing else.
  const engine = { mode: 'demo', state, tables } as Engine
  const sent: string[] = []
  const wire = { unsent: 0, send: (text: string) => void sent.push(text) }
  const reader = createFeedReader(wire, { engine, clock, version: '1.2.3', startedAt: START - 61_000 })
  const of = (type: string) =>
    sent.map((text) => JSON.parse(text) as Record<string, unknown>).filter((message) => message['type'] === type)
  return { clock, state, sent, wire, reader, of }
}

describe('the public feed', () => {
  it('greets with status and balances', () => {
    const { of } = setUp()
    expect(of('initial_status')).toEqual([
      {
        type: 'initial_status',
        status: {
          mode: 'demo',
          version: '1.2.3',
          uptime_s: 61,
          accounts: [{ account: 'Main', label: 'Main', venue: 'venue', environment: 'simulator', state: 'live' }],
          streams: [],
        },
      },
    ])
    expect(of('initial_balance')).toEqual([
      {
        type: 'initial_balance',
        account: 'Main',
        as_of: START - 5,
        balance: {
          total_balance: 9997.69,
          available_balance: null,
          position_value: 4201.075,
          unrealized_pnl: 1.075,
          currency: 'USDT',
          margin_balance: 9998.765,
        },
      },
    ])
  })

  it('writes amounts as numbers with every digit', () => {
    const { clock, state, sent } = setUp()
    state.totals.set(id, total('10000.123456789012345678'))
    clock.advance(1_100)
    expect(sent.some((text) => text.includes('"total_balance":10000.123456789012345678,'))).toBe(true)
  })

  it('tells of a balance on change at most once a second, and anyway every three', () => {
    const { clock, state, of } = setUp()
    clock.advance(50)
    const first = of('account_balance_updated').length
    for (let change = 0; change < 20; change += 1) {
      state.totals.set(id, total(String(change)))
      clock.advance(100)
    }
    expect(of('account_balance_updated').length - first).toBe(2)
    const quiet = of('account_balance_updated').length
    clock.advance(9_100)
    expect(of('account_balance_updated').length - quiet).toBe(3)
    expect(of('equity_snapshot').at(-1)).toMatchObject({ equity: 20.075, currency: 'USDT', account: 'Main' })
  })

  it('tells of fills and changed positions at once, of moved marks with the next whole state', () => {
    const { clock, state, of } = setUp()
    clock.advance(1_050)
    state.positions.set('p', position('0.05'))
    expect(of('position_update')).toMatchObject([
      {
        account: 'Main',
        as_of: START - 7,
        position: { symbol, side: 'Buy', size: 0.05, entry_price: 84000, pnl: 1.075, pnl_pct: 0.0256 },
      },
    ])
    state.positions.set('p', position('0.05', '84100'))
    expect(of('position_update').length).toBe(1)
    state.fills.set('f', fill('x1', '1.5', '2'))
    expect(of('trade_executed')).toMatchObject([
      { account: 'Main', trade: { id: 'x1', side: 'Sell', price: 1.5, size: 2 } },
    ])
    clock.advance(1_100)
    expect(of('positions_updated').at(-1)).toMatchObject({ positions: [{ mark_price: 84100 }] })
    state.positions.set('p', null)
    expect(of('position_update').at(-1)).toMatchObject({ position: { symbol, size: 0, pnl: null } })
  })

  it('tells of no fill from before it was opened, which is history being filled in', () => {
    const { clock, state, of } = setUp()
    clock.advance(50)
    state.fills.set('old', { ...fill('x0', '1.5', '2'), at: START - 61_000 })
    expect(of('trade_executed')).toEqual([])
    state.fills.set('missed', { ...fill('x1', '1.5', '2'), at: START + 10 })
    expect(of('trade_executed').length).toBe(1)
  })

  it('sends a heartbeat every five seconds', () => {
    const { clock, of } = setUp()
    clock.advance(20_100)
    expect(of('heartbeat').map((message) => message['ts'])).toEqual(
      [5, 10, 15, 20].map((seconds) => START + seconds * 1000),
    )
  })

  it('obeys subscribe and unsubscribe, and answers nonsense with an error', () => {
    const { clock, state, reader, of } = setUp()
    clock.advance(3_000)
    reader.text(JSON.stringify({ type: 'unsubscribe', channels: ['balance', 'positions', 'equity'] }))
    const before = of('account_balance_updated').length
    state.totals.set(id, total('1'))
    clock.advance(10_000)
    expect(of('account_balance_updated').length).toBe(before)
    reader.text(JSON.stringify({ type: 'subscribe', channels: ['balance'] }))
    clock.advance(3_100)
    expect(of('account_balance_updated').length).toBeGreaterThan(before)
    reader.text('{')
    reader.text(JSON.stringify({ type: 'subscribe', channels: ['gossip'] }))
    expect(of('error').length).toBe(2)
    expect(of('error').at(-1)?.['message']).toContain('channels.0')
  })

  it('gives a slow reader the newest state and no more', () => {
    const { clock, state, wire, sent, of } = setUp()
    clock.advance(100)
    wire.unsent = 10_000_000
    const before = sent.length
    for (let change = 0; change < 2_000; change += 1) {
      state.totals.set(id, total(String(change)))
      state.prices.set(instrument, {
        instrument,
        symbol,
        mark: decimal(String(change)),
        last: null,
        at: START,
      } as PriceRow)
      state.fills.set(`f${change}`, fill(String(change), '1', '1'))
      clock.advance(20)
    }
    expect(sent.length).toBe(before)
    wire.unsent = 0
    clock.advance(100)
    expect(of('price_update').length).toBe(1)
    expect(of('price_update').at(-1)).toMatchObject({ price: 1999 })
    expect(of('trade_executed').length).toBe(500)
  })

  it('leaves no timer and no listener behind', () => {
    const { clock, state, reader, sent } = setUp()
    reader.stop()
    const before = sent.length
    state.fills.set('f', fill('x2', '1', '1'))
    clock.advance(60_000)
    expect(sent.length).toBe(before)
    expect(clock.waiting).toBe(0)
  })
})
