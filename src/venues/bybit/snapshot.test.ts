import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import { context, fixture, listBody, NOW, okBody, perform, queryOf, replied } from './test/kit.ts'
import { snapshot } from './snapshot.ts'

const rest = fixture('rest')
const walletRow = rest.wallet.result.list[0]
const positionRow = rest.positions.result.list[0]
const orderRow = rest.orders.result.list[0]

interface World {
  readonly wallets?: readonly unknown[]
  readonly info?: unknown
  readonly positions?: Readonly<Record<string, readonly unknown[]>>
  readonly orders?: Readonly<Record<string, readonly unknown[]>>
}

const listName = (read: Read) => queryOf(read)['settleCoin'] ?? queryOf(read)['category'] ?? ''

function serve(world: World) {
  return (read: Read) => {
    if (read.path === '/v5/account/wallet-balance') return replied(listBody(world.wallets ?? [walletRow]))
    if (read.path === '/v5/account/info') return replied(world.info ?? rest.accountInfo)
    if (read.path === '/v5/user/query-api') return replied(rest.keyInfo)
    if (read.path === '/v5/position/list') return replied(listBody(world.positions?.[listName(read)] ?? []))
    return replied(listBody(world.orders?.[listName(read)] ?? []))
  }
}

const take = (world: World, changes: Partial<typeof context> = {}) =>
  perform(snapshot({ ...context, ...changes }), serve(world))

describe('a snapshot', () => {
  it('asks for every product at the largest page size, all at once', () => {
    const { reads } = take({})
    const asked = reads.map((read) => `${read.path}?${read.query.map((pair) => pair.join('=')).join('&')}`)
    expect(asked).toEqual([
      '/v5/account/wallet-balance?accountType=UNIFIED',
      '/v5/account/info?',
      '/v5/user/query-api?',
      '/v5/position/list?category=linear&settleCoin=USDT&limit=200',
      '/v5/position/list?category=linear&settleCoin=USDC&limit=200',
      '/v5/position/list?category=inverse&limit=200',
      '/v5/order/realtime?category=linear&settleCoin=USDT&limit=50',
      '/v5/order/realtime?category=linear&settleCoin=USDC&limit=50',
      '/v5/order/realtime?category=inverse&limit=50',
    ])
  })

  it('is the whole account, USDC and inverse included', () => {
    const { result } = take({
      positions: {
        USDT: [positionRow],
        USDC: [{ ...positionRow, symbol: 'BTCPERP', side: 'Sell' }],
        inverse: [{ ...positionRow, symbol: 'BTCUSD' }],
      },
      orders: { USDT: [orderRow], inverse: [{ ...orderRow, orderId: 'second', symbol: 'BTCUSD' }] },
    })
    expect(result).toMatchObject({
      ok: true,
      value: {
        at: NOW,
        modes: { positionMode: 'one-way', marginMode: 'cross', sharedCollateral: true },
        totals: { currency: 'USD', equity: '9999.7648765' },
        identity: '1448939',
        balances: [{ asset: 'USDT', wallet: '9997.69', rate: '1.0001' }],
        positions: [
          { instrument: 'bybit.mainnet/BTCUSDT', entry: '84000' },
          { instrument: 'bybit.mainnet/BTCPERP', side: 'short' },
          { instrument: 'bybit.mainnet/BTCUSD' },
        ],
        orders: [{ order: 'fd4300ae-7847-404e-b947-b46980a4d140' }, { order: 'second' }],
      },
    })
  })

  it('hedge mode: finds the short although the empty long row comes first', () => {
    const rows = [
      { ...positionRow, positionIdx: 1, side: '', size: '0', avgPrice: '0' },
      { ...positionRow, positionIdx: 2, side: 'Sell' },
    ]
    expect(take({ positions: { USDT: rows } }).result).toMatchObject({
      value: { modes: { positionMode: 'hedge' }, positions: [{ slot: 'short', side: 'short' }] },
    })
  })

  it('tells mixed position modes apart', () => {
    const rows = [
      { ...positionRow, positionIdx: 1 },
      { ...positionRow, symbol: 'ETHUSDT' },
    ]
    expect(take({ positions: { USDT: rows } }).result).toMatchObject({ value: { modes: { positionMode: 'mixed' } } })
  })

  it('names nothing twice where a server overlooks the settlement coin', () => {
    const same = { USDT: [positionRow], USDC: [positionRow], inverse: [] }
    const { result } = take({ positions: same, orders: { USDT: [orderRow], USDC: [orderRow] } })
    expect(result.ok && [result.value.positions.length, result.value.orders.length]).toEqual([1, 1])
  })

  it.each([
    ['ISOLATED_MARGIN', 'isolated', false],
    ['REGULAR_MARGIN', 'cross', true],
    ['PORTFOLIO_MARGIN', 'portfolio', true],
  ])('%s is the mode of every position', (word, marginMode, sharedCollateral) => {
    const info = okBody({ marginMode: word, unifiedMarginStatus: 5 })
    expect(take({ info, positions: { USDT: [positionRow] } }).result).toMatchObject({
      value: { modes: { marginMode, sharedCollateral }, positions: [{ marginMode }] },
    })
  })

  it('is dated by its oldest part, and the wallet by its own', () => {
    const { result } = perform(snapshot(context), (read) => {
      const answered = serve({})(read)
      const time = read.path === '/v5/account/info' ? NOW - 40 : NOW
      return answered.kind === 'answer' ? replied({ ...JSON.parse(answered.body), time }) : answered
    })
    expect(result).toMatchObject({ value: { at: NOW - 40, totals: { recency: { sequence: null, at: NOW } } } })
  })

  it('leaves out orders that are already gone', () => {
    const orders = { USDT: [{ ...orderRow, orderStatus: 'Filled' }] }
    expect(take({ orders }).result).toMatchObject({ ok: true, value: { orders: [] } })
  })

  it('demo trading: goes on as a cross account where account/info is refused', () => {
    const info = fixture('errors')['10005']
    expect(take({ info }, { environment: 'demo-trading' }).result).toMatchObject({
      ok: true,
      value: { modes: { marginMode: 'cross' } },
    })
    expect(take({ info }).result.ok).toBe(false)
  })
})

describe('a snapshot that is not complete', () => {
  it('no wallet in the answer is no proof of an empty account', () => {
    expect(take({ wallets: [] }).result.ok).toBe(false)
    expect(take({ wallets: [{ ...walletRow, accountType: 'CONTRACT' }] }).result.ok).toBe(false)
  })

  it('no single refused or broken list is read as flat', () => {
    const whole = take({}).reads
    for (const index of whole.keys()) {
      let count = 0
      const { result } = perform(snapshot(context), (read) =>
        count++ === index ? replied('<html>502</html>', 502) : serve({})(read),
      )
      expect(result.ok).toBe(false)
    }
  })

  it('one unreadable position refuses the report and names the field', () => {
    const rows = [positionRow, { ...positionRow, symbol: 'ETHUSDT', size: 'some' }]
    expect(take({ positions: { USDT: rows } }).result).toMatchObject({
      ok: false,
      failure: { sentence: { values: { what: 'position: size' } } },
    })
  })
})
