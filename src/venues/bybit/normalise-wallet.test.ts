import { describe, expect, it } from 'vitest'
import { accountEvents, fixture, hearPrivate } from './test/kit.ts'

const frames = fixture('private')

describe('a wallet push', () => {
  it('tells each coin it names and the totals, and nothing of other coins', () => {
    const events = accountEvents(frames.walletOtherCoin)
    expect(events.map(({ kind }) => kind)).toEqual(['balance', 'totals'])
    expect(events[0]).toMatchObject({ kind: 'balance', balance: { asset: 'USDC', wallet: '250.5' } })
  })

  it('keeps every digit and takes its moment from the frame', () => {
    const [balance, totals] = accountEvents(frames.wallet)
    expect(balance).toEqual({
      kind: 'balance',
      balance: {
        asset: 'USDT',
        wallet: '9997.69',
        available: null,
        borrowed: '0',
        unrealisedPnl: '1.075',
        equity: '9998.765',
        rate: '1.0001',
        initialMargin: '422.1865',
        maintenanceMargin: '23.084375',
        recency: { sequence: null, at: 1_795_257_600_126 },
      },
    })
    expect(totals).toMatchObject({
      kind: 'totals',
      totals: { currency: 'USD', equity: '9999.7648765', available: '9577.53615785', marginBalance: '9999.7648765' },
    })
  })

  it('available balance absent from the stream: stays unknown, never zero', () => {
    expect(accountEvents(frames.wallet)[0]).toMatchObject({ balance: { available: null } })
  })

  it('isolated margin: account totals that come as "" are unknown, never zero', () => {
    const frame = fixture('private').wallet
    const isolated = ['totalMarginBalance', 'totalAvailableBalance', 'totalInitialMargin', 'totalMaintenanceMargin']
    for (const name of [...isolated, 'accountIMRate', 'accountMMRate']) frame.data[0][name] = ''
    expect(accountEvents(frame)[1]).toMatchObject({
      totals: {
        equity: '9999.7648765',
        marginBalance: null,
        available: null,
        initialMargin: null,
        maintenanceMargin: null,
      },
    })
  })

  it('portfolio margin: coin margins that come as "" are unknown', () => {
    const frame = fixture('private').wallet
    Object.assign(frame.data[0].coin[0], { totalOrderIM: '', totalPositionIM: '', totalPositionMM: '' })
    expect(accountEvents(frame)[0]).toMatchObject({ balance: { initialMargin: null, maintenanceMargin: null } })
  })

  it('states no rate for a coin without equity, and a legitimate zero stays a zero', () => {
    const frame = fixture('private').wallet
    Object.assign(frame.data[0].coin[0], { equity: '0', usdValue: '0', walletBalance: '0', unrealisedPnl: '0' })
    expect(accountEvents(frame)[0]).toMatchObject({
      balance: { wallet: '0', equity: '0', unrealisedPnl: '0', rate: null },
    })
  })

  it('multi-asset: keeps coins of every kind apart', () => {
    const frame = fixture('private').wallet
    const coin = frame.data[0].coin[0]
    frame.data[0].coin.push({ ...coin, coin: 'BTC', equity: '0.5', usdValue: '42000', walletBalance: '0.5' })
    frame.data[0].coin.push({ ...coin, coin: 'MNT', equity: '3', usdValue: '2', walletBalance: '3' })
    const balances = accountEvents(frame).filter((event) => event.kind === 'balance')
    expect(balances.map(({ balance }) => [balance.asset, balance.rate])).toEqual([
      ['USDT', '1.0001'],
      ['BTC', '84000'],
      ['MNT', '0.66666667'],
    ])
  })

  it.each([
    ['18335.11631043', '18336.94982206', '1.0001'],
    ['0.0214', '2062.96', '96400'],
    ['-0.0005', '-48.2', '96400'],
    ['250000', '25.00000001', '0.0001'],
  ])('finds the rate behind %s worth a rounded %s', (equity, usdValue, rate) => {
    const frame = fixture('private').wallet
    Object.assign(frame.data[0].coin[0], { equity, usdValue })
    expect(accountEvents(frame)[0]).toMatchObject({ balance: { rate } })
  })

  it('passes over wallets that are not unified', () => {
    const frame = fixture('private').wallet
    frame.data[0].accountType = 'CONTRACT'
    expect(accountEvents(frame)).toEqual([])
  })

  it('refuses a frame whose balance is no amount, naming the field and not the value', () => {
    for (const bad of ['', null, 'NaN', 9997.69, '1,5', '٣']) {
      const frame = fixture('private').wallet
      frame.data[0].coin[0].walletBalance = bad
      const heard = hearPrivate(frame)
      expect(heard).toMatchObject({
        ok: false,
        failure: { sentence: { id: 'venue.unreadable', values: { what: 'wallet: coin.0.walletBalance' } } },
      })
    }
  })
})
