import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import { instrumentId } from '../../shared/ids.ts'
import { endedOrders } from './ended-orders.ts'
import { accountEvents, context, fixture, listBody, market, NOW, perform, queryOf, replied } from './test/kit.ts'

const [rejected, stop] = fixture('rest').closedOrders.result.list
const stretch = { from: NOW - 1_000, to: NOW, instruments: [] }

/** Of the USDT contracts; the other lists are empty. */
function read(rows: readonly unknown[]) {
  const serve = (asked: Read) => replied(listBody(queryOf(asked)['settleCoin'] === 'USDT' ? rows : []))
  const { result } = perform(endedOrders.read(context, stretch), serve)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

describe('orders that were rejected', () => {
  it('are asked for of every product, as far back as a request may span, but only in what is kept', () => {
    const { reads } = perform(endedOrders.read(context, stretch), () => replied(listBody([])))
    expect(reads.map((one) => [queryOf(one)['category'], queryOf(one)['settleCoin']])).toEqual([
      ['linear', 'USDT'],
      ['linear', 'USDC'],
      ['inverse', undefined],
    ])
    const week = { startTime: String(NOW - 7 * 86_400_000 + 1), endTime: String(NOW) }
    for (const one of reads) {
      expect(one.path).toBe('/v5/order/history')
      expect(queryOf(one)).toMatchObject({ ...week, orderStatus: 'Rejected', limit: '50' })
    }
    expect([endedOrders.windowMs, endedOrders.retentionMs]).toEqual([86_400_000, 86_400_000])
  })

  it('are those that ended in the window, whenever they were placed, as the stream would tell of them', () => {
    const { gone, fills, flows } = read([rejected, stop])
    const instrument = instrumentId(market, 'BTCUSDT')
    expect([fills, flows]).toEqual([[], []])
    expect(gone).toEqual([
      { order: rejected.orderId, instrument, gone: 'rejected', recency: { sequence: null, at: 1_795_257_600_145 } },
      { order: stop.orderId, instrument, gone: 'rejected', recency: { sequence: null, at: 1_795_257_599_900 } },
    ])
    const frame = { id: '1', topic: 'order', creationTime: NOW, data: [{ ...rejected, category: 'linear' }] }
    expect(accountEvents(frame)).toEqual([{ kind: 'order', order: gone[0] }])
    const outside = [stretch.from - 1, stretch.to + 1].map((at) => ({ ...rejected, updatedTime: String(at) }))
    expect(read(outside).gone).toEqual([])
  })

  it('are nothing else, whatever else the list holds, and a row that cannot be read costs itself alone', () => {
    const statuses = ['New', 'Filled', 'Cancelled', 'Deactivated', 'Triggered', 'BrandNew']
    const others = statuses.map((orderStatus) => ({ ...rejected, orderStatus }))
    expect(read([...others, { ...rejected, orderId: 7 }, null, rejected]).gone).toHaveLength(1)
  })

  it('are read page by page', () => {
    const serve = (asked: Read) => {
      const { settleCoin, cursor } = queryOf(asked)
      if (settleCoin !== 'USDT') return replied(listBody([]))
      return replied(cursor === undefined ? listBody([rejected], 'next') : listBody([stop]))
    }
    const { result } = perform(endedOrders.read(context, stretch), serve)
    expect(result.ok && result.value.gone).toHaveLength(2)
  })

  it('hold nothing else up where the exchange declines to list them, but wait for one that is busy', () => {
    const answering = (retCode: number) =>
      perform(endedOrders.read(context, stretch), () => replied({ retCode, retMsg: '', result: {}, time: NOW })).result
    expect(answering(10001)).toMatchObject({ ok: true, value: { gone: [] } })
    expect(answering(10016).ok).toBe(false)
  })
})
