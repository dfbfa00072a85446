import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS, PROTOCOL } from '../../shared/frames.ts'
import { PAGE_PROTOCOL } from './connect.ts'
import { guarded, setUp } from './test/set-up.ts'

describe('the link between page and engine', () => {
  it('speaks one protocol on both ends', () => {
    expect(PAGE_PROTOCOL).toBe(PROTOCOL)
  })

  it('answers a call, refuses a bad input by field, and keeps the inside of a crash to itself', async () => {
    const { client } = setUp()
    expect(await client.group.twice({ value: 21 })).toEqual({ ok: true, value: 42 })
    expect(await client.group.twice({ value: 'many' })).toMatchObject({
      ok: false,
      failure: { code: 'invalid', field: 'value' },
    })
    expect(await client.group.nothing(null)).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'path' } })
    const crashed = await client.group.breaks(null)
    expect(crashed).toMatchObject({
      ok: false,
      failure: { code: 'internal', sentence: { values: { incident: 'beef' } } },
    })
    expect(JSON.stringify(crashed)).not.toContain('inside of the engine')
  })

  it('sends the whole live once, then only what changed', () => {
    const { clock, table, rows, read, paint, pairs } = setUp()
    table.set('a', { value: 1 })
    read()
    clock.advance(1)
    expect([...rows]).toEqual([['a', { value: 1 }]])
    paint()
    table.set('a', { value: 1 })
    clock.advance(100)
    table.set('b', { value: 2 })
    table.set('a', null)
    clock.advance(100)
    expect([...rows]).toEqual([['b', { value: 2 }]])
    expect(JSON.parse(pairs[0]!.down.at(-1)!)).toMatchObject({
      seq: 2,
      parts: [{ reset: false, rows: { a: null, b: { value: 2 } } }],
    })
  })

  it('lets 200,000 changes of an unpainted page become one frame', () => {
    const { clock, table, rows, read, paint, pairs } = setUp()
    table.set('a', { value: 0 })
    read()
    clock.advance(50)
    const before = pairs[0]!.down.length
    for (let value = 1; value <= 200_000; value += 1) table.set('a', { value })
    clock.advance(60_000)
    expect(pairs[0]!.down.length).toBe(before)
    paint()
    clock.advance(50)
    expect(pairs[0]!.down.length).toBe(before + 1)
    expect(rows.get('a')).toEqual({ value: 200_000 })
  })

  it('comes back after a loss with every live reset, and answers the calls that were cut off', async () => {
    const { clock, table, rows, resets, read, paint, pairs, client, connections } = setUp()
    table.set('a', { value: 1 })
    read()
    clock.advance(50)
    paint()
    pairs[0]!.page.close()
    table.set('a', null)
    table.set('b', { value: 2 })
    const waiting = client.group.twice({ value: 4 })
    clock.advance(10_000)
    expect(await waiting).toEqual({ ok: true, value: 8 })
    expect([...rows]).toEqual([['b', { value: 2 }]])
    expect(resets.count).toBe(2)
    expect(connections.at(-1)).toMatchObject({ state: 'connected', mode: 'demo' })
  })

  it('reconnects when a frame is missing', () => {
    const { clock, rows, read, pairs, table } = setUp()
    table.set('a', { value: 1 })
    read()
    clock.advance(50)
    pairs[0]!.engine.send(JSON.stringify({ type: 'frame', seq: 9, at: 0, parts: [] }))
    clock.advance(10_000)
    expect(pairs.length).toBe(2)
    expect(rows.get('a')).toEqual({ value: 1 })
  })

  it.each([
    ['no hello', JSON.stringify({ type: 'ack', seq: 0 })],
    ['not JSON', '{'],
    ['an unknown frame', JSON.stringify({ type: 'shutdown' })],
    ['a frame too long', JSON.stringify({ type: 'hello', protocol: 1, token: 'x'.repeat(LIMITS.frameBytes) })],
    ['another protocol', JSON.stringify({ type: 'hello', protocol: 99 })],
    ['a wrong token', JSON.stringify({ type: 'hello', protocol: 1, token: 'guess' })],
  ])('closes a link that says %s', (_, text) => {
    const { pair } = guarded('the right one')
    let closed = false
    pair.page.onClose(() => (closed = true))
    pair.page.send(text)
    expect(closed).toBe(true)
  })

  it('never throws and never answers, whatever arrives before a greeting', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { pair, clock } = guarded('secret')
        pair.page.send(text)
        clock.advance(1_000)
        expect(pair.down.filter((frame) => !frame.includes('"refused"'))).toEqual([])
      }),
    )
  })

  it('reaches the same rows as the table under any interleaving of changes, paints and losses', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('set' as const), key: fc.constantFrom('a', 'b', 'c'), value: fc.nat(5) }),
      fc.record({ do: fc.constant('remove' as const), key: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ do: fc.constantFrom('paint' as const, 'lose' as const) }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.nat(200) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { clock, table, rows, read, paint, pairs } = setUp()
        read()
        for (const each of steps) {
          if (each.do === 'set') table.set(each.key, { value: each.value })
          if (each.do === 'remove') table.set(each.key, null)
          if (each.do === 'paint') paint()
          if (each.do === 'lose') pairs.at(-1)!.page.close()
          if (each.do === 'wait') clock.advance(each.ms)
        }
        for (let turn = 0; turn < 4; turn += 1) {
          clock.advance(10_000)
          paint()
        }
        expect(new Map(rows)).toEqual(new Map(table.rows()))
      }),
    )
  })
})
