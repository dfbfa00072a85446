import { describe, expect, it } from 'vitest'
import { instrumentId } from '../../shared/ids.ts'
import events from './fixtures/user-events.json' with { type: 'json' }
import rest from './fixtures/rest-account.json' with { type: 'json' }
import { fillOfTrade } from './normalise-fill.ts'
import { hear, itemsOf } from './test/hear.ts'
import { market } from './test/scene.ts'

const { orderFilled, orderNew } = events
const filled = (more: object) => ({ ...orderFilled, o: { ...orderFilled.o, ...more } })
const kinds = (frame: unknown) => itemsOf(hear(frame)).map(({ kind }) => kind)

describe('an order', () => {
  it('rests, and then leaves the book filled, with one fill', () => {
    expect(itemsOf(hear(orderNew))).toMatchObject([{ order: { order: 'SOLUSDT:215456450700', status: 'NEW' } }])
    expect(itemsOf(hear(orderFilled))).toMatchObject([
      {
        kind: 'fill',
        fill: {
          fill: 'SOLUSDT:1893400300:SELL',
          order: 'SOLUSDT:215456450700',
          price: '144.0000',
          quantity: '5',
          fee: '0.36000000',
          feeAsset: 'USDT',
          liquidity: 'taker',
          cause: 'trade',
        },
      },
      { kind: 'order', order: { gone: 'filled' } },
    ])
  })

  it('keeps the time at which it was placed, which events do not tell', () => {
    const [known] = rest.openOrders
    const amended = filled({ i: known?.orderId, x: 'AMENDMENT', X: 'PARTIALLY_FILLED', l: '0', q: '10', z: '4' })
    expect(itemsOf(hear(amended))).toMatchObject([
      { order: { createdAt: 1_795_250_000_000, filled: '4', quantity: '10', status: 'PARTIALLY_FILLED' } },
    ])
  })

  it.each([
    ['CANCELED', 'cancelled'],
    ['EXPIRED', 'expired'],
    ['EXPIRED_IN_MATCH', 'expired'],
    ['REJECTED', 'rejected'],
  ])('leaves the book as %s', (X, gone) => {
    expect(itemsOf(hear(filled({ x: X, X, l: '0', t: 0 })))).toMatchObject([
      { kind: 'order', order: { gone, instrument: instrumentId(market, 'SOLUSDT') } },
    ])
  })

  it('stays with a status that is new to us', () => {
    expect(itemsOf(hear(filled({ x: 'NEW', X: 'PONDERING', l: '0' })))).toMatchObject([
      { order: { status: 'PONDERING' } },
    ])
  })

  it('tells no fill for anything but a trade with a number', () => {
    expect(kinds(orderNew)).toEqual(['order'])
    expect(kinds(filled({ t: 0 }))).toEqual(['order'])
    expect(kinds(filled({ x: 'AMENDMENT' }))).toEqual(['order'])
  })

  it('tells a fill without a commission as one whose fee is not known', () => {
    expect(itemsOf(hear(filled({ n: undefined, N: undefined })))).toMatchObject([
      { fill: { fee: null, feeAsset: '' } },
      {},
    ])
  })
})

describe('why a fill happened', () => {
  it.each([
    ['autoclose-1795257700789', 'TRADE', 'liquidation'],
    ['adl_autoclose', 'TRADE', 'adl'],
    ['settlement_autoclose-1795257700789', 'TRADE', 'settlement'],
    ['web_3kXz', 'CALCULATED', 'liquidation'],
    ['web_3kXz', 'TRADE', 'trade'],
  ])('%s with %s', (c, x, cause) => {
    expect(itemsOf(hear(filled({ c, x })))).toMatchObject([{ fill: { cause } }, {}])
  })
})

it('gives a fill the same id on the stream and in the history', () => {
  const { o } = orderFilled
  const row = { symbol: o.s, id: String(o.t), orderId: String(o.i), side: 'SELL', positionSide: 'BOTH' } as const
  const rest = { price: o.L, qty: o.l, realizedPnl: o.rp, commission: o.n, commissionAsset: o.N, maker: o.m, time: o.T }
  const told = itemsOf(hear(orderFilled)).find((item) => item.kind === 'fill')
  expect(told?.fill).toEqual(fillOfTrade({ ...row, ...rest } as never, market))
})

describe('a conditional order', () => {
  it('waits under an id of its own; a trailing stop that says NEW twice stays one order', () => {
    const first = itemsOf(hear(events.algoNew))
    const again = itemsOf(hear({ ...events.algoNew, o: { ...events.algoNew.o, ia: true } }))
    expect(first).toMatchObject([{ order: { order: 'algo:2148719', conditional: true, triggerPrice: '88000.00' } }])
    expect(again).toEqual(first)
  })

  it.each([
    ['TRIGGERED', 'triggered'],
    ['FINISHED', 'triggered'],
    ['CANCELED', 'cancelled'],
    ['REJECTED', 'rejected'],
    ['EXPIRED', 'expired'],
  ])('is gone when %s', (X, gone) => {
    const frame = { ...events.algoTriggered, o: { ...events.algoTriggered.o, X } }
    expect(itemsOf(hear(frame))).toMatchObject([{ order: { order: 'algo:2148719', gone } }])
  })

  it('is not yet gone while it is being triggered', () => {
    const frame = { ...events.algoTriggered, o: { ...events.algoTriggered.o, X: 'TRIGGERING' } }
    expect(itemsOf(hear(frame))).toMatchObject([{ order: { status: 'TRIGGERING' } }])
  })
})
