import { describe, expect, it } from 'vitest'
import { createScene, NOW, type Scene } from './scene.ts'

const buy = (scene: Scene, quantity: string, price: string, symbol = 'BTCUSDT') =>
  scene.command<number>({ do: 'trade', account: 'plain', symbol, side: 'buy', quantity, price })
const place = (scene: Scene, input: Readonly<Record<string, unknown>>) =>
  scene.command<number>({ do: 'place', account: 'plain', symbol: 'BTCUSDT', side: 'buy', quantity: '0.1', ...input })

describe('orders', () => {
  it('rest until the price crosses them, and then pay as makers', async () => {
    const scene = createScene()
    place(scene, { price: '90000' })
    await scene.clock.pass(5000)
    expect(scene.truth().orders).toHaveLength(1)
    scene.command({ do: 'price', symbol: 'BTCUSDT', last: '89999' })
    const { orders, positions, wallets } = scene.truth()
    expect(orders).toEqual([])
    expect(positions).toMatchObject([{ quantity: '0.1', entryPrice: '90000' }])
    expect(wallets.USDT).toBe('9998.2')
  })

  it('are filled in parts and cancelled by command', () => {
    const scene = createScene()
    const order = place(scene, { price: '90000' })
    scene.command({ do: 'fill', account: 'plain', order, quantity: '0.04' })
    expect(scene.truth().orders).toMatchObject([{ status: 'partly-filled', filled: '0.04' }])
    scene.command({ do: 'cancel', account: 'plain', order })
    expect(scene.truth()).toMatchObject({ orders: [], positions: [{ quantity: '0.04' }] })
  })

  it('are triggered by the price they watch, and close what is there', () => {
    const scene = createScene()
    buy(scene, '0.1', '96400')
    const trigger = { price: '95000', when: 'falls', by: 'mark', purpose: 'stop-loss' }
    place(scene, { side: 'sell', trigger, closePosition: true, reduceOnly: true })
    scene.command({ do: 'price', symbol: 'BTCUSDT', last: '94900', mark: '95001' })
    expect(scene.truth().positions).toHaveLength(1)
    scene.command({ do: 'price', symbol: 'BTCUSDT', last: '94900', mark: '95000' })
    expect(scene.truth()).toMatchObject({ positions: [], orders: [], counts: { closed: 1 } })
  })

  it('end without anybody cancelling them, and each venue says so in its way', async () => {
    const scene = createScene()
    const line = await scene.listen('order')
    for (const how of ['rejected', 'expired'])
      scene.command({ do: 'end', account: 'plain', order: place(scene, { price: '90000' }), how })
    await scene.clock.pass(0)
    const statuses = line.frames().flatMap(({ data }) => data.map((row: { orderStatus: string }) => row.orderStatus))
    expect(statuses).toEqual(['New', 'Rejected', 'New', 'Deactivated'])
    expect(scene.truth().orders).toEqual([])
  })

  it('never take when they are post-only, nor close more than is held', () => {
    const scene = createScene()
    place(scene, { price: '99000', timeInForce: 'post-only' })
    expect(scene.truth()).toMatchObject({ orders: [], positions: [] })
    buy(scene, '0.05', '96400')
    scene.command({ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'sell', quantity: '0.2', reduceOnly: true })
    expect(scene.truth().positions).toEqual([])
  })

  it('close one side and open the other', () => {
    const scene = createScene()
    buy(scene, '0.1', '96000')
    scene.command({ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'sell', quantity: '0.15', price: '97000' })
    expect(scene.truth().positions).toMatchObject([{ quantity: '-0.05', entryPrice: '97000', realisedNow: '-2.6675' }])
  })
})

describe('by itself', () => {
  it('funding falls due at 00, 08 and 16 UTC, once', async () => {
    const scene = createScene()
    buy(scene, '0.1', '96400')
    const boundary = Math.ceil(NOW / 28_800_000) * 28_800_000
    await scene.clock.pass(boundary - NOW - 2000)
    expect(scene.truth().counts.funding).toBe(0)
    await scene.clock.pass(10_000)
    expect(scene.truth()).toMatchObject({ counts: { funding: 1 }, wallets: { USDT: '9993.734' } })
  })

  it('funding is paid for a sleep of three hours, but never twice for a clock set back', async () => {
    const scene = createScene()
    buy(scene, '0.1', '96400')
    const boundary = Math.ceil(NOW / 28_800_000) * 28_800_000
    scene.clock.jump(boundary - NOW + 3_600_000, 'sleep')
    await scene.clock.pass(2000)
    expect(scene.truth().counts.funding).toBe(1)
    scene.clock.jump(-7_200_000)
    await scene.clock.pass(3_700_000)
    expect(scene.truth().counts.funding).toBe(1)
  })

  it('who cannot pay is liquidated, and insurance keeps the wallet from sinking below nothing', () => {
    const scene = createScene()
    scene.command({ do: 'leverage', account: 'plain', symbol: 'BTCUSDT', leverage: '50' })
    buy(scene, '2', '96400')
    scene.command({ do: 'price', symbol: 'BTCUSDT', last: '91000' })
    const { positions, wallets, counts } = scene.truth()
    expect(positions).toEqual([])
    expect(wallets.USDT).toBe('0')
    expect(counts.entries).toBe(4)
  })

  it('the liquidation price is where it happens', () => {
    const scene = createScene()
    buy(scene, '1', '96400')
    const price = Number(scene.truth().positions[0]!.liquidationPrice)
    const at = (last: number) => scene.command({ do: 'price', symbol: 'BTCUSDT', last: last.toFixed(1) })
    at(price + 30)
    expect(scene.truth().positions).toHaveLength(1)
    at(price - 30)
    expect(scene.truth().positions).toHaveLength(0)
  })

  it('an isolated position dies alone', () => {
    const scene = createScene()
    scene.command({ do: 'margin-mode', account: 'plain', margin: 'isolated' })
    buy(scene, '0.1', '96400')
    buy(scene, '1', '3300', 'ETHUSDT')
    scene.command({ do: 'price', symbol: 'BTCUSDT', last: '86000' })
    expect(scene.truth().positions).toMatchObject([{ contract: 'ETHUSDT', isolatedWallet: '330' }])
  })
})

describe('modes', () => {
  it('change while nothing is open, and not otherwise', () => {
    const scene = createScene()
    buy(scene, '0.1', '96400')
    expect(scene.simulator.control({ do: 'position-mode', account: 'plain', positions: 'hedge' })).toMatchObject({
      ok: false,
      failure: { sentence: { id: 'simulator.mode-blocked' } },
    })
    scene.command({ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'sell', quantity: '0.1' })
    scene.command({ do: 'position-mode', account: 'plain', positions: 'hedge' })
    scene.command({ do: 'assets-mode', account: 'plain', assets: 'multi' })
    scene.command({ do: 'fees', account: 'plain', fees: 'bnb' })
    expect(scene.truth().modes).toMatchObject({ positions: 'hedge', assets: 'multi', fees: 'bnb' })
  })

  it('hold both sides in hedge mode', () => {
    const scene = createScene()
    scene.command({ do: 'position-mode', account: 'plain', positions: 'hedge' })
    const trade = (side: string, slot: string) =>
      scene.command({ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side, slot, quantity: '0.1', price: '96400' })
    trade('buy', 'long')
    trade('sell', 'short')
    expect(scene.truth().positions.map(({ slot, quantity }) => [slot, quantity])).toEqual([
      ['long', '0.1'],
      ['short', '-0.1'],
    ])
  })

  it('funding follows a rate set by hand, for shorts the other way', () => {
    const scene = createScene()
    scene.command({ do: 'funding-rate', symbol: 'BTCUSDT', rate: '-0.0005' })
    scene.command({ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'sell', quantity: '0.1', price: '96400' })
    const before = scene.truth().wallets.USDT
    scene.command({ do: 'funding' })
    expect(Number(scene.truth().wallets.USDT) - Number(before)).toBeCloseTo(-4.82, 8)
  })
})
