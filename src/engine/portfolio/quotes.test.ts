import { describe, expect, it } from 'vitest'
import { instrumentId } from '../../shared/ids.ts'
import { reduce } from '../account/reduce.ts'
import { amount, at, balance, BTC, place, position, totals } from '../account/test/samples.ts'
import { carriedFigures } from './test/book.ts'
import { createManualMarket, instrument, linear, price } from './test/market.ts'

const BNB = instrumentId(place, 'BNBUSDT')
const USDC = instrumentId(place, 'USDCUSDT')
const BTCUSDC = instrumentId(place, 'BTCUSDC')

const bnb = balance({ asset: 'BNB', wallet: amount('3'), equity: amount('3'), rate: null })
const usdc = balance({ asset: 'USDC', wallet: amount('1000'), equity: amount('1000'), rate: null })

function marketOf() {
  return createManualMarket([
    linear,
    instrument({ instrument: BNB, base: 'BNB', sizeUnit: 'BNB' }),
    instrument({ instrument: USDC, base: 'USDC', sizeUnit: 'USDC' }),
    instrument({ instrument: BTCUSDC, quote: 'USDC', settle: 'USDC' }),
  ])
}

describe('an asset whose rate nobody states', () => {
  it('is worth what its perpetual trades at, in every sum it belongs to', () => {
    const market = marketOf()
    market.set(BNB, price({ mark: amount('600') }))
    const account = carriedFigures(market, { balances: [balance(), bnb] })
    expect(account.now()).toMatchObject({ equity: '11800', wallet: '11800', leftOut: [] })
    market.set(BNB, price({ mark: amount('700') }))
    expect(account.now()).toMatchObject({ equity: '12100', wallet: '12100' })
  })

  it('leaves alone what the exchange states for the assets it covers', () => {
    const market = marketOf()
    market.set(BNB, price({ mark: amount('600') }))
    const account = carriedFigures(market, { balances: [balance(), bnb] })
    const burnt = { ...bnb, wallet: amount('2'), equity: amount('2'), recency: at(10) }
    const later = reduce(account.state, { kind: 'balance', balance: burnt })
    expect(account.now(later)).toMatchObject({
      equity: '11200',
      marginBalance: '10000',
      available: '9580',
      initialMargin: '420',
      maintenanceMargin: '21',
      marginRatio: '0.0021',
    })
  })

  it('takes the last price while no mark is known', () => {
    const market = marketOf()
    market.set(BNB, price({ mark: null, last: amount('590') }))
    expect(carriedFigures(market, { balances: [balance(), bnb] }).now().equity).toBe('11770')
  })

  it('stays named while its price is not known', () => {
    const account = carriedFigures(marketOf(), { balances: [balance(), bnb] })
    expect(account.now()).toMatchObject({ equity: '10000', leftOut: ['BNB'] })
  })

  it.each([
    ['expires', { expiresAt: 1 }],
    ['is not traded any more', { trading: false }],
    ['is counted in another currency', { quote: 'USDC', settle: 'USDC' }],
    ['is settled in the asset itself', { settle: 'BNB', kind: 'inverse' }],
    ['belongs to another asset', { base: '1000BNB' }],
  ] as const)('stays named when the only contract of it %s', (_, changes) => {
    const market = createManualMarket([linear, instrument({ instrument: BNB, base: 'BNB', ...changes })])
    market.set(BNB, price({ mark: amount('600') }))
    const account = carriedFigures(market, { balances: [balance(), bnb] })
    expect(account.now()).toMatchObject({ equity: '10000', leftOut: ['BNB'] })
  })

  it('is not priced by the market where the exchange states a rate', () => {
    const market = marketOf()
    market.set(BNB, price({ mark: amount('600') }))
    const stated = { ...bnb, rate: amount('500') }
    const account = carriedFigures(market, { totals: totals({ equity: null }), balances: [balance(), stated] })
    expect(account.now().equity).toBe('11500')
  })
})

describe('an account whose assets are pools of their own', () => {
  const modes = { positionMode: 'one-way', marginMode: 'per-position', sharedCollateral: false } as const
  const unstated = { equity: null, wallet: null, marginBalance: null, initialMargin: null, maintenanceMargin: null }
  const inUsdc = position({ instrument: BTCUSDC, initialMargin: amount('840'), maintenanceMargin: amount('100') })
  const account = {
    modes,
    totals: totals(unstated),
    balances: [
      balance({ initialMargin: amount('420') }),
      { ...usdc, initialMargin: amount('840'), unrealisedPnl: amount('0') },
      bnb,
    ],
    positions: [position(), inUsdc],
  }

  function priced() {
    const market = marketOf()
    market.set(USDC, price({ mark: amount('0.999') }))
    market.set(BNB, price({ mark: amount('600') }))
    market.set(BTC, price())
    market.set(BTCUSDC, price())
    return market
  }

  it('sums balances, gains and margins of all of them', () => {
    const market = priced()
    market.set(BTCUSDC, price({ mark: amount('84100') }))
    const { state, now } = carriedFigures(market, { ...account, positions: [position(), inUsdc] })
    expect(state.positions.size).toBe(2)
    expect(now()).toMatchObject({ equity: '12803.995', wallet: '12799', unrealisedPnl: '4.995', leftOut: [] })
    expect(now()).toMatchObject({ marginBalance: '11003.995', initialMargin: '1259.16' })
  })

  it('is as near to liquidation as the nearest of them', () => {
    const market = priced()
    expect(carriedFigures(market, account).now().marginRatio).toBe('0.1')
  })

  it('needs no rate to tell how near', () => {
    const market = priced()
    market.set(USDC, price({ mark: null }))
    expect(carriedFigures(market, account).now()).toMatchObject({ marginRatio: '0.1', leftOut: ['USDC'] })
  })

  it('does not know how near a position of an unknown contract brings it', () => {
    const strange = position({ instrument: instrumentId(place, 'NEWUSDT') })
    const { now } = carriedFigures(priced(), { ...account, positions: [strange] })
    expect(now().marginRatio).toBeNull()
  })
})
