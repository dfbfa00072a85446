import { describe, expect, it } from 'vitest'
import { demoAccounts } from '../accounts/demo-accounts.ts'
import { createScene, KEY, NOW, plainAccount, type Scene, type Wire } from './scene.ts'

const DAY = 86_400_000

/** All pages of a list, with the cursor handed back as it came. */
async function everything(scene: Scene, path: string, query: string): Promise<Wire[]> {
  const rows: Wire[] = []
  let cursor = ''
  for (let turn = 0; turn < 200; turn++) {
    const { retCode, result } = await scene.get(path, cursor === '' ? query : `${query}&cursor=${cursor}`)
    expect(retCode).toBe(0)
    rows.push(...result.list)
    cursor = result.nextPageCursor
    if (cursor === '' || result.list.length === 0) return rows
    await scene.clock.pass(1001)
  }
  throw new Error('No end of pages')
}

function demoScene(): Scene {
  const own = { apiKey: KEY.apiKey, secret: KEY.secret }
  return createScene({
    accounts: demoAccounts.map((spec) => (spec.venue === 'bybit' ? { ...spec, keys: [own] } : spec)),
  })
}

describe('positions', () => {
  it('loses all beyond twenty without paging, and none with it', async () => {
    const scene = createScene({ syntheticContracts: 45 })
    for (let index = 1; index <= 45; index++) {
      const symbol = `SYN${String(index).padStart(3, '0')}USDT`
      scene.command({ do: 'trade', account: 'plain', symbol, side: 'buy', quantity: '0.1' })
    }
    const first = await scene.get('/v5/position/list', 'category=linear&settleCoin=USDT')
    expect(first.result.list).toHaveLength(20)
    expect(first.result.nextPageCursor).toContain('%')
    const all = await everything(scene, '/v5/position/list', 'category=linear&settleCoin=USDT')
    expect(new Set(all.map((row) => row.symbol)).size).toBe(45)
  })

  it('takes a cursor that was encoded once more', async () => {
    const scene = demoScene()
    const query = 'category=linear&settleCoin=USDT&limit=1'
    const first = await scene.get('/v5/position/list', query)
    const again = (cursor: string) => scene.get('/v5/position/list', `${query}&cursor=${cursor}`)
    const plain = await again(first.result.nextPageCursor)
    const twice = await again(encodeURIComponent(first.result.nextPageCursor))
    expect(plain.result.list).toEqual(twice.result.list)
    expect(plain.result.list[0].symbol).not.toBe(first.result.list[0].symbol)
  })

  it('wants a symbol or a settle coin for linear, and keeps USDC apart', async () => {
    const scene = createScene()
    scene.command({ do: 'transfer', account: 'plain', asset: 'USDC', amount: '5000' })
    scene.command({ do: 'trade', account: 'plain', symbol: 'BTCPERP', side: 'sell', quantity: '0.01' })
    const list = async (query: string) => (await scene.get('/v5/position/list', query)).result.list
    expect((await scene.get('/v5/position/list', 'category=linear')).retCode).toBe(10001)
    expect(await list('category=linear&settleCoin=USDT')).toEqual([])
    expect(await list('category=linear&settleCoin=USDC')).toMatchObject([{ symbol: 'BTCPERP', side: 'Sell' }])
  })

  it('shows both slots of a hedged symbol, the empty one too', async () => {
    const scene = createScene()
    scene.command({ do: 'position-mode', account: 'plain', positions: 'hedge' })
    scene.command({ do: 'trade', account: 'plain', symbol: 'ETHUSDT', side: 'sell', slot: 'short', quantity: '0.5' })
    const { list } = (await scene.get('/v5/position/list', 'category=linear&symbol=ETHUSDT')).result
    expect(list).toMatchObject([
      { positionIdx: 1, side: '', size: '0', avgPrice: '0' },
      { positionIdx: 2, side: 'Sell', size: '0.5' },
    ])
  })

  it('has empty margins and no leverage in portfolio margin', async () => {
    const scene = createScene()
    scene.command({ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'buy', quantity: '0.1' })
    scene.command({ do: 'account-kind', account: 'plain', kind: 'portfolio-margin' })
    const [row] = (await scene.get('/v5/position/list', 'category=linear&symbol=BTCUSDT')).result.list
    expect(row).toMatchObject({ leverage: '', positionIM: '', positionMM: '', liqPrice: '', size: '0.1' })
    expect((await scene.get('/v5/account/info')).result.marginMode).toBe('PORTFOLIO_MARGIN')
  })

  it('blanks account margins in isolated mode, and counts inverse in coin', async () => {
    const scene = createScene({ accounts: [{ ...plainAccount, modes: { margin: 'isolated' } }] })
    scene.command({ do: 'transfer', account: 'plain', asset: 'BTC', amount: '0.5' })
    scene.command({ do: 'trade', account: 'plain', symbol: 'BTCUSD', side: 'buy', quantity: '9641', price: '96410' })
    const { list } = (await scene.get('/v5/position/list', 'category=inverse')).result
    expect(list).toMatchObject([{ symbol: 'BTCUSD', positionValue: '0.1', size: '9641' }])
    const wallet = (await scene.get('/v5/account/wallet-balance', 'accountType=UNIFIED')).result.list[0]
    expect(wallet).toMatchObject({ totalMarginBalance: '', totalAvailableBalance: '', accountMMRate: '' })
    expect(wallet.totalEquity).not.toBe('')
  })
})

describe('history', () => {
  it('is whole in windows of seven days, and refuses longer ones', async () => {
    const scene = demoScene()
    const fills = scene.truth('bybit-demo').counts
    const rows: Wire[] = []
    for (let end = NOW; end > NOW - 160 * DAY; end -= 7 * DAY) {
      const window = `startTime=${end - 7 * DAY + 1}&endTime=${end}&limit=100`
      for (const category of ['linear', 'inverse']) {
        rows.push(...(await everything(scene, '/v5/execution/list', `category=${category}&${window}`)))
      }
    }
    expect(rows.filter((row) => row.execType === 'Trade')).toHaveLength(fills.fills)
    expect(rows.filter((row) => row.execType === 'Funding')).toHaveLength(fills.funding)
    expect(new Set(rows.map((row) => row.execId)).size).toBe(fills.fills + fills.funding)
    const long = `category=linear&startTime=${NOW - 7 * DAY - 1}&endTime=${NOW}`
    expect((await scene.get('/v5/execution/list', long)).retCode).toBe(10001)
  })

  it('tells every movement of the wallet: change = cashFlow + funding − fee, and the last is the balance', async () => {
    const scene = demoScene()
    const query = `accountType=UNIFIED&startTime=${NOW - 7 * DAY}&endTime=${NOW}&limit=50&currency=USDT`
    const rows = await everything(scene, '/v5/account/transaction-log', query)
    expect(rows.length).toBeGreaterThan(60)
    for (const row of rows) {
      const parts = Number(row.cashFlow) + Number(row.funding || '0') - Number(row.fee)
      expect(Number(row.change)).toBeCloseTo(parts, 10)
    }
    expect(rows[0].cashBalance).toBe(scene.truth('bybit-demo').wallets.USDT)
    const usual = await scene.get('/v5/account/transaction-log', 'accountType=UNIFIED')
    expect(usual.result.list.length).toBeLessThanOrEqual(20)
    for (const row of usual.result.list) expect(Number(row.transactionTime)).toBeGreaterThanOrEqual(NOW - DAY)
  })

  it('has a past worth showing: fills, funding on every day, a few transfers', () => {
    const scene = demoScene()
    for (const account of ['bybit-demo', 'binance-demo']) {
      const { counts, positions, orders } = scene.truth(account)
      expect(counts.fills).toBeGreaterThan(100)
      expect(counts.funding).toBeGreaterThan(200)
      expect(positions.length).toBeGreaterThanOrEqual(2)
      expect(orders.some((order) => order.trigger !== null)).toBe(true)
      expect(orders.some((order) => order.price !== null && !order.reduceOnly)).toBe(true)
    }
  })
})

describe('orders', () => {
  it('lists open ones newest first, limits and stops apart when asked', async () => {
    const scene = createScene()
    const place = (input: Readonly<Record<string, unknown>>) =>
      scene.command({ do: 'place', account: 'plain', symbol: 'BTCUSDT', side: 'buy', quantity: '0.01', ...input })
    place({ price: '90000' })
    place({ trigger: { price: '99000', when: 'rises', by: 'mark', purpose: 'entry' } })
    const list = async (filter: string) =>
      (await scene.get('/v5/order/realtime', `category=linear&settleCoin=USDT${filter}`)).result.list
    expect(await list('')).toHaveLength(2)
    expect(await list('&orderFilter=Order')).toMatchObject([{ price: '90000', orderStatus: 'New', leavesQty: '0.01' }])
    expect(await list('&orderFilter=StopOrder')).toMatchObject([
      { orderStatus: 'Untriggered', triggerPrice: '99000', triggerBy: 'MarkPrice', triggerDirection: 1 },
    ])
  })

  it('tells closed ones by when they were made, and for a day what never traded', async () => {
    const scene = createScene()
    const order = { do: 'place', account: 'plain', symbol: 'BTCUSDT', side: 'buy', quantity: '0.01', price: '50000' }
    const stop = { ...order, trigger: { price: '40000', when: 'falls', by: 'last', purpose: 'entry' } }
    const [first, second, third] = [order, stop, order].map((wish) => scene.command<number>(wish))
    scene.command({ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'buy', quantity: '0.01' })
    scene.clock.jump(DAY, 'sleep')
    scene.command({ do: 'end', account: 'plain', order: first, how: 'rejected' })
    scene.command({ do: 'end', account: 'plain', order: second, how: 'rejected' })
    scene.command({ do: 'end', account: 'plain', order: third, how: 'expired' })
    const told = async (query: string) => {
      const rows = await everything(scene, '/v5/order/history', `category=linear&settleCoin=USDT${query}`)
      return rows.map((row) => row.orderStatus)
    }
    expect(await told('&limit=1')).toEqual(['Filled', 'Deactivated', 'Rejected', 'Rejected'])
    expect(await told('&orderStatus=Rejected&orderFilter=StopOrder')).toEqual(['Rejected'])
    expect(await told(`&startTime=${NOW + 1}&endTime=${NOW + DAY}`)).toEqual([])
    scene.clock.jump(DAY + 1, 'sleep')
    expect(await told('')).toEqual(['Filled'])
    const refused = [
      `category=linear&startTime=${NOW - 7 * DAY - 1}&endTime=${NOW}`,
      'category=linear&limit=51',
      'limit=1',
    ]
    for (const query of refused) expect((await scene.get('/v5/order/history', query)).retCode).toBe(10001)
  })
})
