import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import { instrumentId } from '../../shared/ids.ts'
import rest from './fixtures/rest-account.json' with { type: 'json' }
import { snapshotPlan } from './snapshot.ts'
import { answering, failureOf, perform, refusal } from './test/perform.ts'
import { market, reports, snapshotWith } from './test/scene.ts'

const [long, short, resting] = rest.positionRisk

describe('an account at one moment', () => {
  it('is complete: modes, positions with their settings, orders of both lists, identity', () => {
    const snapshot = snapshotWith()
    expect(snapshot).toMatchObject({
      at: 1_795_257_600_000,
      identity: 'SgsRmYfW',
      modes: { positionMode: 'one-way', marginMode: 'per-position', sharedCollateral: false },
    })
    expect(snapshot.positions).toHaveLength(2)
    expect(snapshot.positions[0]).toMatchObject({
      instrument: instrumentId(market, 'BTCUSDT'),
      slot: 'one-way',
      side: 'long',
      size: '0.050',
      leverage: '20',
      marginMode: 'cross',
      liquidation: null,
      maintenanceMargin: '18.34798000',
      adlRank: 2,
      recency: { sequence: null, at: 1_795_240_000_456 },
    })
    expect(snapshot.positions[1]).toMatchObject({ side: 'short', size: '10', liquidation: '643.84547463' })
  })

  it('asks for the exchange’s time before anything else', () => {
    const asked: Read[] = []
    perform(snapshotPlan(market), answering(reports), asked)
    expect(asked[0]?.path).toBe('/fapi/v1/time')
    expect(asked.map(({ path }) => path)).not.toContain('/fapi/v1/assetIndex')
  })

  it('shows stops, which the exchange lists apart, under ids that no order can have', () => {
    const { orders } = snapshotWith({
      '/fapi/v1/openOrders': [{ ...rest.openOrders[0], orderId: rest.openAlgoOrders[0]?.algoId }],
    })
    expect(orders.map(({ order }) => order)).toEqual(['SOLUSDT:2148627', 'algo:2148627'])
    expect(orders[0]).toMatchObject({ conditional: false, triggerPrice: null, triggerBy: '', price: '139.5000' })
    expect(orders[1]).toMatchObject({ conditional: true, triggerPrice: '88000.00', triggerBy: 'mark', price: null })
    expect(orders[1]).toMatchObject({ closesPosition: true, kind: 'STOP_MARKET', filled: null })
  })

  it('drops phantom rows of symbols on which only an order rests', () => {
    expect(resting?.positionAmt).toBe('0')
    expect(snapshotWith().positions.map(({ instrument }) => instrument)).not.toContain(instrumentId(market, 'ETHBTC'))
  })

  it('reads scientific notation of tiny prices', () => {
    const row = { ...long, symbol: '1000PEPEUSDT', entryPrice: '2.8E-4', breakEvenPrice: '2.80056E-4' }
    const [position] = snapshotWith({ '/fapi/v3/positionRisk': [row] }).positions
    expect(position).toMatchObject({ entry: '0.00028', breakEven: '0.000280056' })
  })

  it('keeps a position whose settings are missing, guessing only the margin mode', () => {
    const row = { ...long, isolatedWallet: '230.1' }
    const replaced = { '/fapi/v3/positionRisk': [row], '/fapi/v1/symbolConfig': rest.symbolConfig.slice(1) }
    expect(snapshotWith(replaced).positions[0]).toMatchObject({
      leverage: null,
      marginMode: 'isolated',
      isolatedWallet: '230.1',
    })
  })

  it('keeps a position on a contract that the list does not have yet', () => {
    const row = { ...long, symbol: 'BRANDNEWUSDT' }
    expect(snapshotWith({ '/fapi/v3/positionRisk': [row] }).positions[0]?.instrument).toBe(
      instrumentId(market, 'BRANDNEWUSDT'),
    )
  })
})

describe('hedge mode', () => {
  const hedge = { '/fapi/v1/accountConfig': { ...rest.accountConfig, dualSidePosition: true } }

  it('keeps both sides of a symbol apart, signed amounts and all, and ignores BOTH rows', () => {
    const rows = [
      { ...long, positionSide: 'LONG' },
      { ...short, symbol: 'BTCUSDT', positionSide: 'SHORT' },
      { ...long, positionSide: 'BOTH', positionAmt: '0.001' },
    ]
    const { positions, modes } = snapshotWith({ ...hedge, '/fapi/v3/positionRisk': rows })
    expect(modes.positionMode).toBe('hedge')
    expect(positions.map(({ slot, side, size }) => [slot, side, size])).toEqual([
      ['long', 'long', '0.050'],
      ['short', 'short', '10'],
    ])
  })
})

describe('a partial report is a failure', () => {
  it.each(Object.keys(reports).filter((path) => !path.endsWith('assetIndex')))('without %s', (missing) => {
    const exchange = (read: Read) => (read.path === missing ? refusal(read, 503, -1001) : answering(reports)(read))
    expect(failureOf(perform(snapshotPlan(market), exchange)).sentence.id).toBe('venue.maintenance')
  })

  it('without the rates of shared collateral', () => {
    const shared = { ...reports, '/fapi/v1/accountConfig': { ...rest.accountConfig, multiAssetsMargin: true } }
    const exchange = (read: Read) =>
      read.path.endsWith('assetIndex') ? refusal(read, 503, -1001) : answering(shared)(read)
    expect(failureOf(perform(snapshotPlan(market), exchange)).sentence.id).toBe('venue.maintenance')
  })

  it('with an amount that is no number, and names the place but not the value', () => {
    const spoilt = [{ ...long, positionAmt: '12,5' }]
    const failure = failureOf(perform(snapshotPlan(market), answering({ ...reports, '/fapi/v3/positionRisk': spoilt })))
    expect(failure.sentence.values['what']).toBe('positionRisk: 0.positionAmt')
  })

  it('with an empty object where a list belongs', () => {
    const exchange = answering({ ...reports, '/fapi/v3/positionRisk': {} })
    expect(failureOf(perform(snapshotPlan(market), exchange)).sentence.id).toBe('venue.unreadable')
  })
})
