import { describe, expect, it } from 'vitest'
import { accountEvents, fixture, hearPrivate, market } from './test/kit.ts'
import { instrumentId } from '../../shared/ids.ts'

const frames = fixture('private')

function heardWith(changes: Readonly<Record<string, unknown>>, name = 'orderLimit') {
  const frame = fixture('private')[name]
  Object.assign(frame.data[0], changes)
  const [event] = accountEvents(frame)
  if (event?.kind !== 'order') throw new Error('No order was heard')
  return event.order
}

describe('an order push', () => {
  it('tells an open order', () => {
    expect(heardWith({})).toEqual({
      order: 'fd4300ae-7847-404e-b947-b46980a4d140',
      instrument: instrumentId(market, 'BTCUSDT'),
      side: 'buy',
      slot: 'one-way',
      kind: 'Limit',
      conditional: false,
      status: 'PartiallyFilled',
      price: '82500.00',
      triggerPrice: null,
      triggerBy: '',
      quantity: '0.010',
      filled: '0.004',
      reduceOnly: false,
      closesPosition: false,
      timeInForce: 'GTC',
      takeProfit: null,
      stopLoss: null,
      createdAt: 1_795_257_500_559,
      recency: { sequence: null, at: 1_795_257_500_561 },
    })
  })

  it('tells a stop of the whole position under the exchange’s word', () => {
    expect(accountEvents(frames.orderConditional)).toMatchObject([
      {
        order: {
          kind: 'StopLoss',
          conditional: true,
          status: 'Untriggered',
          triggerPrice: '82000',
          triggerBy: 'mark',
          price: null,
          quantity: null,
          reduceOnly: true,
          closesPosition: true,
        },
      },
    ])
  })

  it.each([
    ['Filled', 'filled'],
    ['Cancelled', 'cancelled'],
    ['PartiallyFilledCanceled', 'cancelled'],
    ['Deactivated', 'cancelled'],
    ['Rejected', 'rejected'],
  ])('status %s takes the order out of the book as %s', (orderStatus, gone) => {
    expect(heardWith({ orderStatus })).toEqual({
      order: 'fd4300ae-7847-404e-b947-b46980a4d140',
      instrument: instrumentId(market, 'BTCUSDT'),
      gone,
      recency: { sequence: null, at: 1_795_257_500_561 },
    })
  })

  it('a triggered stop stays open, for it goes on as New under the same id', () => {
    expect(heardWith({ orderStatus: 'Triggered' }, 'orderConditional')).toMatchObject({
      status: 'Triggered',
      conditional: false,
    })
  })

  it('a market order’s price is a slippage cap and is not shown', () => {
    expect(heardWith({ orderType: 'Market', price: '88220.1' })).toMatchObject({ price: null })
  })

  it('descriptive words unknown to us, of any shape, are tolerated', () => {
    const odd = { orderStatus: 'Pondering', orderType: 7, stopOrderType: null, timeInForce: 'X'.repeat(300) }
    expect(heardWith({ ...odd, triggerBy: 'MoonPhase', reduceOnly: 'yes' })).toMatchObject({
      status: 'Pondering',
      kind: '',
      timeInForce: 'X'.repeat(16),
      triggerBy: 'MoonPhase',
      reduceOnly: false,
    })
  })

  it('spot orders are passed over although spot shares symbols with contracts', () => {
    expect(accountEvents(frames.orderSpot)).toEqual([])
  })

  it.each([
    ['price', 82500],
    ['qty', '0,01'],
    ['side', 'None'],
    ['orderId', ''],
    ['createdTime', 'yesterday'],
  ])('refuses %s = %j', (name, value) => {
    const frame = fixture('private').orderLimit
    frame.data[0][name] = value
    expect(hearPrivate(frame)).toMatchObject({
      ok: false,
      failure: { sentence: { values: { what: `order: ${name}` } } },
    })
  })
})
