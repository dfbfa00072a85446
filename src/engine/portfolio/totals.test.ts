import { describe, expect, it } from 'vitest'
import { reduce } from '../account/reduce.ts'
import { amount, at, balance, BTC, COIN, ETH, position, totals } from '../account/test/samples.ts'
import { carriedFigures } from './test/book.ts'
import { createManualMarket, price } from './test/market.ts'

/** The documented scenario of a unified account whose dollars are not quite its coins. */
const scenario = {
  totals: totals({
    currency: 'USD',
    equity: amount('9999.7648765'),
    wallet: amount('9998.689769'),
    marginBalance: amount('9999.7648765'),
    available: amount('9577.53615785'),
    unrealisedPnl: amount('1.0751075'),
    initialMargin: amount('422.22871865'),
    maintenanceMargin: amount('23.08668344'),
  }),
  balances: [
    balance({
      wallet: amount('9997.69'),
      equity: amount('9998.765'),
      unrealisedPnl: amount('1.075'),
      rate: amount('1.0001'),
    }),
  ],
  positions: [
    position({
      size: amount('0.050'),
      statedMark: amount('84021.5'),
      statedPnl: amount('1.075'),
      initialMargin: amount('422.1865'),
      maintenanceMargin: amount('23.084375'),
    }),
  ],
}

describe('totals', () => {
  it('are the exchange’s own at the price they were stated at', () => {
    const market = createManualMarket()
    market.set(BTC, price({ mark: amount('84021.5') }))
    expect(carriedFigures(market, scenario).now()).toMatchObject({
      equity: '9999.7648765',
      wallet: '9998.689769',
      available: '9577.53615785',
      unrealisedPnl: '1.0751075',
      positionValue: '4201.4951075',
      maintenanceMargin: '23.08668344',
      marginRatio: '0.00230872',
      leftOut: [],
    })
  })

  it('move with the price though the wallet stands still', () => {
    const market = createManualMarket()
    const account = carriedFigures(market, scenario)
    market.set(BTC, price({ mark: amount('85021.5') }))
    expect(account.now()).toMatchObject({ equity: '10049.7698765', wallet: '9998.689769', unrealisedPnl: '51.0801075' })
  })

  it('free what cross positions gain, less what their margin grows by', () => {
    const market = createManualMarket()
    const account = carriedFigures(market, scenario)
    market.set(BTC, price({ mark: amount('168043') }))
    const gained = 84021.5 * 0.05 * 1.0001
    expect(Number(account.now().available)).toBeCloseTo(9577.53615785 + gained - 422.1865 * 1.0001, 6)
  })

  it('never free less than nothing', () => {
    const market = createManualMarket()
    const account = carriedFigures(market, { ...scenario, totals: { ...scenario.totals, available: amount('1') } })
    market.set(BTC, price({ mark: amount('60000') }))
    expect(account.now().available).toBe('0')
  })

  it('take a balance along that changed since they were stated', () => {
    const account = carriedFigures(createManualMarket(), scenario)
    const paid = reduce(account.state, {
      kind: 'balance',
      balance: { ...scenario.balances[0]!, wallet: amount('9987.69'), recency: at(10) },
    })
    expect(account.now(paid)).toMatchObject({ equity: '9989.7638765', wallet: '9988.688769' })
  })

  it('know a legitimate zero from an unknown', () => {
    const market = createManualMarket()
    const account = carriedFigures(market, scenario)
    market.set(BTC, price({ mark: amount('84000') }))
    expect(account.now().unrealisedPnl).toBe('0')
  })

  it('are unknown, not partial, when a position’s PnL is', () => {
    const blind = position({ instrument: ETH, statedMark: null, statedPnl: null })
    const account = carriedFigures(createManualMarket(), { ...scenario, positions: [...scenario.positions, blind] })
    expect(account.now()).toMatchObject({
      equity: null,
      unrealisedPnl: null,
      positionValue: null,
      wallet: '9998.689769',
    })
  })

  it('leave what is not stated unknown', () => {
    const account = carriedFigures(createManualMarket(), {
      totals: totals({ available: null, initialMargin: null, maintenanceMargin: null }),
    })
    expect(account.now()).toMatchObject({
      available: null,
      initialMargin: null,
      maintenanceMargin: null,
      marginRatio: null,
    })
  })
})

describe('margins', () => {
  it('of a position that came without them are unknown, and so are the totals, never too small', () => {
    const account = carriedFigures(createManualMarket(), { totals: totals() })
    const bare = position({ instrument: ETH, initialMargin: null, maintenanceMargin: null, recency: at(5_000, 1) })
    const opened = reduce(account.state, { kind: 'position', position: bare })
    expect(account.now(opened)).toMatchObject({ maintenanceMargin: null, available: null, marginRatio: null })
  })

  it('that no position ever states leave the totals as stated', () => {
    const pooled = position({ marginMode: 'portfolio', initialMargin: null, maintenanceMargin: null })
    const market = createManualMarket()
    const account = carriedFigures(market, { positions: [pooled] })
    market.set(BTC, price({ mark: amount('90000') }))
    expect(account.now()).toMatchObject({ maintenanceMargin: '21', initialMargin: '420', available: '9880' })
  })
})

describe('assets', () => {
  it('without a rate are named, and not in the sums', () => {
    const market = createManualMarket()
    const coin = balance({ asset: 'BNB', wallet: amount('3'), equity: amount('3'), rate: null })
    const empty = balance({ asset: 'DOGE', wallet: amount('0'), equity: amount('0'), rate: null })
    const account = carriedFigures(market, { totals: totals(), balances: [balance(), coin, empty] })
    expect(account.now()).toMatchObject({ equity: '10000', leftOut: ['BNB'] })
  })

  it('of the account’s own currency need none', () => {
    const account = carriedFigures(createManualMarket(), { balances: [balance({ rate: null })] })
    expect(account.now()).toMatchObject({ unrealisedPnl: '0', leftOut: [] })
  })

  it('carry an inverse position’s PnL at their own rate', () => {
    const market = createManualMarket()
    const coin = balance({ asset: 'BTC', wallet: amount('1'), equity: amount('1'), rate: amount('84000') })
    const account = carriedFigures(market, {
      totals: totals({ currency: 'USD', equity: amount('84000') }),
      balances: [coin],
      positions: [position({ instrument: COIN, size: amount('84000'), entry: amount('84000') })],
    })
    market.set(COIN, price({ mark: amount('105000') }))
    expect(account.now()).toMatchObject({ equity: '100800', unrealisedPnl: '16800', positionValue: '67200' })
  })
})

describe('an isolated account without stated totals', () => {
  const none = { marginBalance: null, available: null, initialMargin: null, maintenanceMargin: null }
  const modes = { positionMode: 'one-way', marginMode: 'isolated', sharedCollateral: false } as const
  const dollars = balance({ available: amount('9000'), initialMargin: amount('420') })
  const isolated = position({ marginMode: 'isolated', isolatedWallet: amount('420') })

  it('is summed from its balances and positions', () => {
    const account = carriedFigures(createManualMarket(), {
      modes,
      totals: totals({ ...none, equity: null, wallet: null }),
      balances: [dollars],
      positions: [isolated],
    })
    expect(account.now()).toEqual({
      currency: 'USDT',
      equity: '10000',
      wallet: '10000',
      available: '9000',
      positionValue: '4200',
      unrealisedPnl: '0',
      marginBalance: '10000',
      initialMargin: '420',
      maintenanceMargin: '21',
      marginRatio: '0.05',
      leftOut: [],
    })
  })

  it('does not know what is free when one balance does not say', () => {
    const account = carriedFigures(createManualMarket(), {
      modes,
      totals: totals(none),
      balances: [dollars, balance({ asset: 'USDC', available: null })],
    })
    expect(account.now().available).toBeNull()
  })
})

describe('the margin ratio', () => {
  const modes = { positionMode: 'one-way', marginMode: 'per-position', sharedCollateral: false } as const

  it('is that of the pool nearest to liquidation', () => {
    const market = createManualMarket()
    const isolated = position({
      instrument: ETH,
      slot: 'long',
      marginMode: 'isolated',
      isolatedWallet: amount('100'),
      size: amount('1'),
      entry: amount('2000'),
      statedMark: amount('2000'),
      maintenanceMargin: amount('10'),
    })
    const account = carriedFigures(market, {
      modes,
      totals: totals({ maintenanceMargin: amount('31') }),
      positions: [position(), isolated],
    })
    expect(account.now().marginRatio).toBe('0.1')
    market.set(ETH, price({ mark: amount('1950') }))
    expect(account.now().marginRatio).toBe('0.195')
    market.set(ETH, price({ mark: amount('1800') }))
    expect(account.now().marginRatio).toBe('1')
  })

  it('keeps money set aside for one position out of the others’ pool', () => {
    const aside = { marginMode: 'isolated', isolatedWallet: amount('9000'), maintenanceMargin: amount('0') } as const
    const account = carriedFigures(createManualMarket(), {
      modes,
      totals: totals({ maintenanceMargin: amount('500') }),
      positions: [position({ maintenanceMargin: amount('500') }), position({ instrument: ETH, ...aside })],
    })
    expect(account.now().marginRatio).toBe('0.5')
  })

  it('is unknown when a pool is', () => {
    const dark = position({ marginMode: 'isolated', isolatedWallet: null, initialMargin: null })
    expect(carriedFigures(createManualMarket(), { modes, positions: [dark] }).now().marginRatio).toBeNull()
  })

  it('of an account that holds nothing is zero', () => {
    const flat = { totals: totals({ maintenanceMargin: amount('0') }), positions: [] }
    expect(carriedFigures(createManualMarket(), flat).now().marginRatio).toBe('0')
  })
})
