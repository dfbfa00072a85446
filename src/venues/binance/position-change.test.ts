import { describe, expect, it } from 'vitest'
import { instrumentId } from '../../shared/ids.ts'
import rest from './fixtures/rest-account.json' with { type: 'json' }
import events from './fixtures/user-events.json' with { type: 'json' }
import { hear, itemsOf, positionIn } from './test/hear.ts'
import { market, snapshotWith, stateOf } from './test/scene.ts'

const [short] = events.accountUpdateOrder.a.P
const at = events.accountUpdateOrder.T
const unchanged = { ...short, pa: '-10.000', ep: '145.2', bep: '145.1274' }
const update = (...P: readonly unknown[]) => ({ ...events.accountUpdateOrder, a: { B: [], P, m: 'ORDER' } })

const hedged = stateOf(
  snapshotWith({
    '/fapi/v1/accountConfig': { ...rest.accountConfig, dualSidePosition: true },
    '/fapi/v3/positionRisk': rest.positionRisk.map((row) => ({
      ...row,
      positionSide: row.symbol === 'BTCUSDT' ? 'LONG' : 'SHORT',
    })),
  }),
)

describe('a position that changed', () => {
  it('keeps its leverage; what followed from its size is unknown and is fetched', () => {
    const heard = hear(update(short))
    expect(heard.kind).toBe('resync')
    expect(positionIn(heard)).toMatchObject({
      side: 'short',
      size: '15',
      entry: '144.80',
      breakEven: '144.7276',
      leverage: '10',
      marginMode: 'cross',
      liquidation: null,
      maintenanceMargin: null,
      statedPnl: '-1.20',
      statedMark: null,
      realisedPnl: null,
      adlRank: 1,
      recency: { sequence: null, at },
    })
  })

  it('keeps liquidation and margins when size, entry and margin are what they were', () => {
    const heard = hear(update(unchanged))
    expect(heard.kind).toBe('items')
    expect(positionIn(heard)).toMatchObject({ liquidation: '643.84547463', maintenanceMargin: '7.12500000' })
  })

  it.each([
    ['side', { pa: '10' }],
    ['entry', { ep: '145.3' }],
    ['margin mode', { mt: 'isolated', iw: '150' }],
  ])('drops them when only the %s changed', (_what, change) => {
    expect(positionIn(hear(update({ ...unchanged, ...change })))).toMatchObject({
      liquidation: null,
      initialMargin: null,
    })
  })

  it('follows margin that is added to an isolated position', () => {
    const row = { ...unchanged, mt: 'isolated', iw: '150' }
    const first = positionIn(hear(update(row)))
    expect(first).toMatchObject({ marginMode: 'isolated', isolatedWallet: '150' })
  })

  it('does not take the lifetime figure of a symbol for the position’s own result', () => {
    expect(short?.cr).toBe('13.41000000')
    expect(positionIn(hear(update(short))).realisedPnl).toBeNull()
  })
})

describe('a new position', () => {
  it('is told at once with what is not known, and the rest is fetched', () => {
    const heard = hear(update({ ...short, s: 'ETHBTC', pa: '0.5' }))
    expect(heard.kind).toBe('resync')
    expect(positionIn(heard)).toMatchObject({ size: '0.5', leverage: null, liquidation: null })
  })

  it('is told so before the first snapshot too', () => {
    expect(positionIn(hear(update(short), null))).toMatchObject({ size: '15', leverage: null })
  })
})

describe('a closed position', () => {
  it.each(['0', '0.000', '-0'])('leaves a flat slot behind at %s', (pa) => {
    expect(itemsOf(hear(update({ ...short, pa, ep: '0.00000', bep: '0' })))).toEqual([
      {
        kind: 'position',
        position: {
          instrument: instrumentId(market, 'SOLUSDT'),
          slot: 'one-way',
          size: null,
          recency: { sequence: null, at },
        },
      },
    ])
  })
})

describe('hedge mode', () => {
  it('keeps long and short of a symbol apart', () => {
    const heard = hear(update({ ...short, ps: 'SHORT' }, { ...short, ps: 'LONG', pa: '3' }), hedged)
    const told = itemsOf(heard).map((item) => item.kind === 'position' && [item.position.slot, item.position.size])
    expect(told).toEqual([
      ['short', '15'],
      ['long', '3'],
    ])
  })

  it('ignores the zero BOTH row and closes only the side that is meant', () => {
    const heard = hear(update({ ...short, ps: 'BOTH', pa: '0' }, { ...short, ps: 'SHORT', pa: '0' }), hedged)
    expect(itemsOf(heard)).toMatchObject([{ position: { slot: 'short', size: null } }])
  })

  it('notices that the mode was switched, which no event tells', () => {
    expect(hear(update(short), hedged)).toMatchObject({ kind: 'resync', why: 'the position mode', items: [] })
    expect(hear(update({ ...short, ps: 'SHORT' }))).toMatchObject({ kind: 'resync', why: 'the position mode' })
    expect(hear(update({ ...short, ps: 'LONG', pa: '0' }))).toEqual({ kind: 'items', items: [] })
  })
})
