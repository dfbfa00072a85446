import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { fakeInstrument } from '../test/fake-venue.ts'
import { createEntry, rowOf, takeSeed, takeStreamed, type PriceSource } from './price-entry.ts'
import { btc, price, START, type PriceEvent } from './test/stage.ts'

const source: PriceSource = { freshness: () => 'live', since: () => 1 }
const entryOf = () => createEntry(fakeInstrument('BTCUSDT'))
const on = (generation: number) => ({ generation, at: START })
const mark = (value: number) => ({ mark: decimal(String(value)) })

describe('a price entry', () => {
  it('merges parts into the whole, a null included, and leaves the rest alone', () => {
    const entry = entryOf()
    const whole = { mark: decimal('10'), bid: decimal('9'), nextFundingAt: START, fundingRate: decimal('0.0001') }
    takeStreamed(entry, price(btc, whole, { whole: true, order: 1 }), source, on(1))
    takeStreamed(entry, price(btc, { bid: null, last: decimal('11') }, { order: 2 }), source, on(1))
    expect(rowOf(entry, 'live')).toMatchObject({ ...whole, bid: null, last: '11', ask: null })
  })

  it('leaves a field alone that a message has no word on, however it is left out', () => {
    const entry = entryOf()
    takeStreamed(entry, price(btc, { ...mark(10), bid: decimal('9') }, { whole: true }), source, on(1))
    takeStreamed(entry, price(btc, { mark: undefined, bid: undefined, ask: null }), source, on(1))
    takeSeed(entry, price(btc, { bid: undefined }, { at: START + 1 }), START)
    expect([entry.fields.mark, entry.fields.bid, entry.fields.ask]).toEqual(['10', '9', null])
  })

  it('ignores a part before the first whole message of a connection', () => {
    const entry = entryOf()
    expect(takeStreamed(entry, price(btc, mark(1)), source, on(1))).toBe(false)
    expect(takeStreamed(entry, price(btc, mark(2), { whole: true }), source, on(1))).toBe(true)
    expect(takeStreamed(entry, price(btc, mark(3)), source, on(2))).toBe(false)
    expect(entry.fields.mark).toBe('2')
  })

  it('compares order within one connection and one stream only', () => {
    const entry = entryOf()
    takeStreamed(entry, price(btc, mark(1), { whole: true, order: 900 }), source, on(1))
    expect(takeStreamed(entry, price(btc, mark(2), { order: 899 }), source, on(1))).toBe(false)
    expect(
      takeStreamed(entry, price(btc, { bid: decimal('5') }, { stream: 'book', whole: true, order: 1 }), source, on(1)),
    ).toBe(true)
    expect(takeStreamed(entry, price(btc, mark(3), { whole: true, order: 1 }), source, on(2))).toBe(true)
    expect(takeStreamed(entry, price(btc, mark(4), { order: 901 }), source, on(1))).toBe(false)
    expect([entry.fields.mark, entry.fields.bid]).toEqual(['3', '5'])
  })

  it('ends at the newest truth whatever was duplicated, delayed or lost, once a whole message comes', () => {
    const frames: readonly PriceEvent[] = Array.from({ length: 20 }, (_, order) =>
      price(btc, order % 5 === 0 ? { ...mark(order), bid: decimal(String(order)) } : mark(order), {
        whole: order % 5 === 0,
        order,
      }),
    )
    const order = fc.array(fc.nat(19), { maxLength: 60 })
    fc.assert(
      fc.property(order, (indexes) => {
        const entry = entryOf()
        for (const index of indexes) takeStreamed(entry, frames[index]!, source, on(1))
        takeStreamed(entry, price(btc, { ...mark(99), bid: decimal('99') }, { whole: true, order: 99 }), source, on(1))
        for (const index of indexes) takeStreamed(entry, frames[index]!, source, on(1))
        expect([entry.fields.mark, entry.fields.bid]).toEqual(['99', '99'])
      }),
    )
  })

  it('takes from REST what is newer, and otherwise only what it does not know', () => {
    const entry = entryOf()
    takeStreamed(entry, price(btc, mark(10), { whole: true, at: START + 1000 }), source, on(1))
    takeSeed(entry, price(btc, { ...mark(9), last: decimal('8') }, { at: START + 500 }), START + 1100)
    expect([entry.fields.mark, entry.fields.last, entry.at, entry.markAt]).toEqual([
      '10',
      '8',
      START + 1000,
      START + 1000,
    ])
    takeSeed(entry, price(btc, mark(11), { at: START + 2000 }), START + 2100)
    expect([entry.fields.mark, entry.at, entry.markHeardAt]).toEqual(['11', START + 2000, START + 2100])
  })
})
