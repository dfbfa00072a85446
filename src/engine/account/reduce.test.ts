import { describe, expect, it } from 'vitest'
import { slotKey, type AccountEvent } from './event.ts'
import { MOST_TOMBSTONES, reduce } from './reduce.ts'
import { amount, at, balance, BTC, ETH, flat, gone, order, position, stateOf, totals } from './test/samples.ts'

const slot = slotKey(BTC, 'one-way')

describe('an event on an account', () => {
  it('replaces its row and leaves the others as they were', () => {
    const before = stateOf({ positions: [position(), position({ instrument: ETH })] })
    const larger = position({ size: amount('0.1'), recency: at(5_000, 2) })
    const after = reduce(before, { kind: 'position', position: larger })
    expect(after.positions.get(slot)).toBe(larger)
    expect(after.positions.get(slotKey(ETH, 'one-way'))).toBe(before.positions.get(slotKey(ETH, 'one-way')))
    expect(after.balances).toBe(before.balances)
  })

  it.each<readonly [string, AccountEvent]>([
    ['position', { kind: 'position', position: position() }],
    ['balance', { kind: 'balance', balance: balance() }],
    ['order', { kind: 'order', order: order() }],
    ['totals', { kind: 'totals', totals: totals() }],
    ['modes', { kind: 'modes', modes: stateOf().modes }],
  ])('that repeats a %s gives back the very same state', (_kind, event) => {
    const state = stateOf()
    expect(reduce(state, event)).toBe(state)
  })

  it.each<readonly [string, AccountEvent]>([
    ['position', { kind: 'position', position: position({ size: amount('9'), recency: at(9_000, 0) }) }],
    ['balance', { kind: 'balance', balance: balance({ wallet: amount('9'), recency: at(-1) }) }],
    ['order', { kind: 'order', order: order({ filled: amount('0.01'), recency: at(-1) }) }],
    ['totals', { kind: 'totals', totals: totals({ equity: amount('9'), recency: at(-1) }) }],
  ])('older than its %s changes nothing', (_kind, event) => {
    const state = stateOf()
    expect(reduce(state, event)).toBe(state)
  })

  it('compares by time when one side has no sequence', () => {
    const late = position({ size: amount('9'), recency: at(-1, null) })
    const newer = position({ size: amount('9'), recency: at(1, null) })
    const state = stateOf()
    expect(reduce(state, { kind: 'position', position: late })).toBe(state)
    expect(reduce(state, { kind: 'position', position: newer }).positions.get(slot)).toBe(newer)
  })

  it('equally new applies', () => {
    const other = position({ liquidation: amount('71000') })
    expect(reduce(stateOf(), { kind: 'position', position: other }).positions.get(slot)).toBe(other)
  })
})

describe('tombstones', () => {
  it('keep a late row from opening a closed slot again', () => {
    const closed = reduce(stateOf(), { kind: 'position', position: flat(at(5_000, 5)) })
    const late = position({ size: amount('0.02'), recency: at(6_000, 4) })
    expect(reduce(closed, { kind: 'position', position: late })).toBe(closed)
  })

  it('give way to a newer position', () => {
    const closed = reduce(stateOf(), { kind: 'position', position: flat(at(5_000, 5)) })
    const fresh = position({ side: 'short', recency: at(7_000, 6) })
    expect(reduce(closed, { kind: 'position', position: fresh }).positions.get(slot)).toBe(fresh)
  })

  it('of orders beat anything said within the same millisecond', () => {
    const filled = reduce(stateOf(), { kind: 'order', order: gone(at(10)) })
    expect(reduce(filled, { kind: 'order', order: order({ recency: at(10) }) })).toBe(filled)
  })

  it('of a triggered order give way to what it became', () => {
    const triggered = reduce(stateOf(), { kind: 'order', order: gone(at(10), 'o1', 'triggered') })
    const resting = order({ conditional: false, status: 'resting', recency: at(10) })
    expect(reduce(triggered, { kind: 'order', order: resting }).orders.get('o1')).toBe(resting)
  })

  it('are not needed for what a snapshot did not list', () => {
    const state = stateOf({ positions: [] })
    const late = position({ recency: at(-3_000, 9) })
    expect(reduce(state, { kind: 'position', position: late })).toBe(state)
  })

  it('are bounded, the oldest going first', () => {
    let state = stateOf({ orders: [order({ order: 'open' })] })
    for (let index = 0; index <= MOST_TOMBSTONES + 10; index += 1)
      state = reduce(state, { kind: 'order', order: gone(at(index), `gone-${index}`) })
    expect(state.orders.size).toBeLessThanOrEqual(MOST_TOMBSTONES + 1)
    expect(state.orders.has('open')).toBe(true)
    expect(state.orders.has('gone-0')).toBe(false)
    expect(state.orders.has(`gone-${MOST_TOMBSTONES + 10}`)).toBe(true)
  })
})

describe('slots', () => {
  it('of zero size are flat, one-way and hedge alike', () => {
    for (const name of ['one-way', 'long', 'short'] as const) {
      const key = slotKey(BTC, name)
      const open = stateOf({ positions: [position({ slot: name, side: name === 'short' ? 'short' : 'long' })] })
      const empty = position({ slot: name, size: amount('0.000'), recency: at(3_000, 2) })
      expect(reduce(open, { kind: 'position', position: empty }).positions.get(key)).toEqual(flat(at(3_000, 2), name))
    }
  })

  it('of a hedge close one at a time', () => {
    const both = [position({ slot: 'long' }), position({ slot: 'short', side: 'short', size: amount('0.02') })]
    const after = reduce(stateOf({ positions: both }), { kind: 'position', position: flat(at(3_000, 2), 'long') })
    expect(after.positions.get(slotKey(BTC, 'long'))?.size).toBeNull()
    expect(after.positions.get(slotKey(BTC, 'short'))?.size).toBe('0.02')
  })

  it('of one instrument that turn from long to short keep one row', () => {
    const turned = position({ side: 'short', size: amount('0.03'), recency: at(3_000, 2) })
    const after = reduce(stateOf(), { kind: 'position', position: turned })
    expect([...after.positions.values()]).toEqual([turned])
  })
})

describe('an order', () => {
  it('does not lose filled quantity to a repeated message of the same moment', () => {
    const partly = reduce(stateOf(), { kind: 'order', order: order({ filled: amount('0.004'), recency: at(7) }) })
    expect(reduce(partly, { kind: 'order', order: order({ recency: at(7) }) })).toBe(partly)
  })
})
