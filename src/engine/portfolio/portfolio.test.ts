import { describe, expect, it } from 'vitest'
import { accountId } from '../../shared/ids.ts'
import { balanceRow, orderRow, positionRow, totalRow } from '../../shared/account-rows.ts'
import { sum, decimal } from '../../shared/decimal.ts'
import { amount, at, balance, BTC, ETH, flat, gone, order, position, START, totals } from '../account/test/samples.ts'
import { price } from './test/market.ts'
import { createScene, MAIN } from './test/scene.ts'

const SECOND = accountId('second')

describe('a price that moves', () => {
  it('moves the position, the balance and every total, though the account says nothing', () => {
    const scene = createScene()
    scene.market.set(BTC, price())
    scene.read()
    expect(scene.total()).toMatchObject({ equity: '10000', unrealisedPnl: '0' })
    scene.market.set(BTC, price({ mark: amount('85000'), markAt: START + 1 }))
    expect(scene.total()).toMatchObject({ equity: '10050', unrealisedPnl: '50', wallet: '10000' })
    expect(scene.total('all')).toMatchObject({ equity: '10050' })
    expect(scene.position()).toMatchObject({ mark: '85000', markAt: START + 1, unrealisedPnl: '50', notional: '4250' })
    expect(scene.state.balances.get('main USDT')).toMatchObject({ equity: '10050', wallet: '10000', value: '10050' })
  })

  it('leaves accounts alone that hold nothing of it', () => {
    const scene = createScene()
    scene.read({ positions: [position({ instrument: ETH })], orders: [] }, SECOND)
    scene.read()
    scene.tables.settle()
    const changed: string[] = []
    scene.state.positions.onChange((key) => changed.push(key))
    scene.market.set(BTC, price({ mark: amount('85000') }))
    scene.tables.settle()
    expect(changed).toEqual(['main samples.main/BTCUSDT one-way'])
  })

  it('keeps the total the sum of its rows, whatever moves', () => {
    const scene = createScene()
    scene.read({ positions: [position(), position({ instrument: ETH, side: 'short', size: amount('1.337') })] })
    for (const mark of ['84000.7', '0.00001', '123456.789']) {
      scene.market.set(BTC, price({ mark: amount(mark) }))
      scene.market.set(ETH, price({ mark: amount(mark) }))
      const rows = [...(scene.total() && scene.state.positions.rows())!].map(([, row]) => row)
      expect(scene.total()?.unrealisedPnl).toBe(trimmed(rows.map((row) => row.unrealisedPnl ?? decimal('0'))))
      expect(scene.total()?.positionValue).toBe(trimmed(rows.map((row) => row.notional ?? decimal('0'))))
    }
  })
})

describe('totals that the exchange states anew', () => {
  it('are carried on from its own price, not from the one we have heard', () => {
    const scene = createScene()
    scene.read()
    scene.market.set(BTC, price({ mark: amount('85000') }))
    const stated = { equity: amount('10045'), unrealisedPnl: amount('45'), recency: at(1_000) }
    scene.hear({ kind: 'balance', balance: balance(stated) }, { kind: 'totals', totals: totals(stated) })
    expect(scene.total()).toMatchObject({ equity: '10050', unrealisedPnl: '50' })
    scene.market.set(BTC, price({ mark: amount('84000') }))
    expect(scene.total()).toMatchObject({ equity: '10000', unrealisedPnl: '0' })
  })

  it('do not count a closed position’s gain twice', () => {
    const scene = createScene()
    scene.read()
    scene.market.set(BTC, price({ mark: amount('85000') }))
    expect(scene.total()?.equity).toBe('10050')
    const wallet = { wallet: amount('10050'), equity: null, unrealisedPnl: null, recency: at(3_000) }
    scene.hear({ kind: 'balance', balance: balance(wallet) }, { kind: 'position', position: flat(at(3_000, 2)) })
    expect(scene.total()).toMatchObject({ equity: '10050', wallet: '10050', unrealisedPnl: '0', initialMargin: '0' })
  })
})

describe('rows', () => {
  it('fit the contract', () => {
    const scene = createScene()
    scene.market.set(BTC, price())
    scene.read()
    scene.tables.settle()
    for (const [, row] of scene.state.positions.rows()) expect(positionRow.parse(row)).toEqual(row)
    for (const [, row] of scene.state.balances.rows()) expect(balanceRow.parse(row)).toEqual(row)
    for (const [, row] of scene.state.orders.rows()) expect(orderRow.parse(row)).toEqual(row)
    for (const [, row] of scene.state.totals.rows()) expect(totalRow.parse(row)).toEqual(row)
    expect(scene.state.positions.size * scene.state.balances.size * scene.state.orders.size).toBe(1)
  })

  it('carry funding and how they came', () => {
    const scene = createScene()
    scene.market.set(BTC, price())
    scene.read()
    expect(scene.position()).toMatchObject({ fundingRate: '0.0001', nextFundingAt: START + 3_600_000, source: 'rest' })
    scene.clock.advance(500)
    scene.hear({ kind: 'position', position: position({ size: amount('0.06'), recency: at(400, 2) }) })
    expect(scene.position()).toMatchObject({ source: 'stream', heardAt: START + 500, at: START + 400 })
  })

  it('of closed positions and gone orders disappear, the others stay', () => {
    const scene = createScene()
    const both = [position({ slot: 'long' }), position({ slot: 'short', side: 'short' })]
    scene.read({ positions: both, orders: [order(), order({ order: 'o2' })] })
    scene.hear({ kind: 'position', position: flat(at(5_000, 2), 'long') })
    scene.hear({ kind: 'order', order: gone(at(5_000)) })
    expect(scene.total()?.positions).toBe(1)
    expect([...scene.state.positions.keys()]).toEqual(['main samples.main/BTCUSDT short'])
    expect([...scene.state.orders.keys()]).toEqual(['main o2'])
  })

  it('are never missing while an account is read anew', () => {
    const scene = createScene()
    scene.read()
    scene.tables.settle()
    const seen: number[] = []
    const look = () => seen.push(scene.state.positions.size, scene.state.balances.size, scene.state.orders.size)
    for (const table of [scene.state.positions, scene.state.balances, scene.state.orders]) table.onChange(look)
    scene.clock.advance(1_000)
    scene.read({ positions: [position({ size: amount('0.07'), recency: at(900, 2) })] })
    scene.tables.settle()
    expect(seen.length).toBeGreaterThan(0)
    expect(Math.min(...seen)).toBe(1)
  })

  it('go with their account', () => {
    const scene = createScene()
    scene.read()
    scene.total()
    scene.portfolio.remove(MAIN)
    scene.tables.settle()
    const { positions, balances, orders, totals: sums } = scene.state
    expect([positions.size, balances.size, orders.size, sums.size]).toEqual([0, 0, 0, 0])
    expect(scene.market.wanted.get(BTC)).toBe(0)
  })
})

describe('prices', () => {
  it('are wanted for what is held or ordered, and no longer', () => {
    const scene = createScene()
    scene.read({ orders: [order({ instrument: ETH })] })
    expect([scene.market.wanted.get(BTC), scene.market.wanted.get(ETH)]).toEqual([1, 1])
    scene.hear({ kind: 'position', position: flat(at(5_000, 2)) })
    expect([scene.market.wanted.get(BTC), scene.market.wanted.get(ETH)]).toEqual([0, 1])
  })
})

describe('freshness', () => {
  it('of the mark is apart from that of the position', () => {
    const scene = createScene()
    scene.market.set(BTC, price())
    scene.read()
    expect(scene.position()).toMatchObject({ freshness: 'live', markFreshness: 'live' })
    scene.clock.advance(11_000)
    expect(scene.position()).toMatchObject({ freshness: 'live', markFreshness: 'stale' })
    expect(scene.total()?.freshness).toBe('stale')
    expect(scene.state.balances.get('main USDT')?.freshness).toBe('stale')
  })

  it('of a mark no stream has told is stale, and the stated one stands in with its date', () => {
    const scene = createScene()
    scene.read({ positions: [position({ statedMark: amount('84100'), recency: at(-500, 1) })] })
    expect(scene.position()).toMatchObject({ mark: '84100', markAt: START - 500, markFreshness: 'stale' })
  })

  it('of an account that is not heard dims its rows and changes none of its figures', () => {
    const scene = createScene()
    scene.market.set(BTC, price())
    scene.read()
    const before = scene.total()
    scene.stand({ freshness: 'down' })
    expect(scene.total()).toEqual({ ...before, freshness: 'down' })
    expect(scene.position()?.freshness).toBe('down')
    expect(scene.state.orders.get('main o1')?.freshness).toBe('down')
  })

  it('of one part is that of the whole', () => {
    const scene = createScene()
    scene.market.set(BTC, price())
    scene.read()
    scene.read({}, SECOND)
    scene.stand({ freshness: 'stale' }, SECOND)
    expect(scene.total('all')?.freshness).toBe('stale')
    expect(scene.total(MAIN)?.freshness).toBe('live')
  })
})

describe('our figures against theirs', () => {
  it('are written down once where they differ', () => {
    const scene = createScene()
    const odd = { positions: [position({ statedPnl: amount('3') })] }
    scene.read(odd)
    scene.read(odd)
    expect([...scene.state.drift.rows()].map(([, row]) => row)).toEqual([
      {
        account: MAIN,
        what: 'unrealised PnL of BTCUSDT one-way',
        ours: '0',
        theirs: '3',
        repaired: false,
        at: START,
      },
    ])
  })

  it('include the equity carried on since the last statement', () => {
    const scene = createScene()
    scene.market.set(BTC, price())
    scene.read()
    scene.total()
    scene.read({ totals: totals({ equity: amount('9000') }), balances: [balance({ wallet: amount('9000') })] })
    expect([...scene.state.drift.rows()].map(([, { what }]) => what)).toEqual(['equity'])
  })
})

function trimmed(amounts: Parameters<typeof sum>[0]): string {
  return sum(amounts).replace(/\.?0+$/, '')
}
