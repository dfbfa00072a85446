import { describe, expect, it } from 'vitest'
import { createScene, type Scene } from './scene.ts'

/** The coherent scenario of the reference, §6.6, to the digit. */
async function opened(): Promise<Scene> {
  const scene = createScene()
  scene.command({ do: 'price', symbol: 'BTCUSDT', last: '84000' })
  scene.command({ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'buy', quantity: '0.05', price: '84000' })
  scene.command({ do: 'price', symbol: 'BTCUSDT', last: '84020.1', mark: '84021.5' })
  return scene
}

const wallet = async (scene: Scene) =>
  (await scene.get('/v5/account/wallet-balance', 'accountType=UNIFIED')).result.list[0]
const position = async (scene: Scene) =>
  (await scene.get('/v5/position/list', 'category=linear&symbol=BTCUSDT')).result.list[0]

describe('the coherent scenario', () => {
  it('begins with what was paid in', async () => {
    const row = await wallet(createScene())
    expect(row).toMatchObject({ totalEquity: '10001', accountIMRate: '0' })
    expect(row.coin).toMatchObject([{ coin: 'USDT', walletBalance: '10000', equity: '10000' }])
  })

  it('holds the position with its fee paid', async () => {
    expect(await position(await opened())).toMatchObject({
      side: 'Buy',
      size: '0.05',
      avgPrice: '84000',
      positionValue: '4200',
      breakEvenPrice: '84092.45084797',
      curRealisedPnl: '-2.31',
      cumRealisedPnl: '-2.31',
      unrealisedPnl: '1.075',
      markPrice: '84021.5',
      positionIM: '422.1865',
      positionMM: '23.084375',
      liqPrice: '',
      leverage: '10',
      positionIdx: 0,
    })
  })

  it('values the account at mark', async () => {
    const row = await wallet(await opened())
    expect(row).toMatchObject({
      totalEquity: '9999.7648765',
      totalMarginBalance: '9999.7648765',
      totalWalletBalance: '9998.689769',
      totalPerpUPL: '1.0751075',
      totalInitialMargin: '422.22871865',
      totalMaintenanceMargin: '23.08668344',
      totalAvailableBalance: '9577.53615785',
      accountIMRate: '0.0422',
      accountMMRate: '0.0023',
    })
    expect(row.coin[0]).toMatchObject({
      walletBalance: '9997.69',
      equity: '9998.765',
      unrealisedPnl: '1.075',
      usdValue: '9999.7648765',
      totalPositionIM: '422.1865',
      totalPositionMM: '23.084375',
      cumRealisedPnl: '-2.31',
    })
  })

  it('closes with the profit the fees leave', async () => {
    const scene = await opened()
    scene.command({ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'sell', quantity: '0.05', price: '84500' })
    expect(await position(scene)).toMatchObject({ side: '', size: '0', avgPrice: '0', curRealisedPnl: '20.36625' })
    expect((await wallet(scene)).coin[0]).toMatchObject({ walletBalance: '10020.36625', cumRealisedPnl: '20.36625' })
    const closed = await scene.get('/v5/position/closed-pnl', 'category=linear')
    expect(closed.result.list).toMatchObject([
      {
        side: 'Sell',
        closedPnl: '20.36625',
        openFee: '2.31',
        closeFee: '2.32375',
        avgEntryPrice: '84000',
        avgExitPrice: '84500',
        cumEntryValue: '4200',
        cumExitValue: '4225',
        closedSize: '0.05',
        fillCount: '1',
      },
    ])
  })

  it('tells the same on the private stream', async () => {
    const scene = await opened()
    const line = await scene.listen('execution', 'position', 'wallet')
    scene.command({ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'sell', quantity: '0.05', price: '84500' })
    await scene.clock.pass(0)
    const of = (topic: string) => line.frames().find((frame) => frame.topic === topic).data[0]
    expect(of('execution')).toMatchObject({ execPnl: '25', execFee: '2.32375', closedSize: '0.05', side: 'Sell' })
    expect(of('position')).toMatchObject({ side: '', size: '0', entryPrice: '0', liqPrice: '0' })
    expect(of('wallet').coin).toMatchObject([{ walletBalance: '10020.36625' }])
    expect(of('execution').seq).toBe(of('position').seq)
  })
})
