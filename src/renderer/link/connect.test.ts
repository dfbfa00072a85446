import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { serve } from '../../engine/link/serve.ts'
import { createLinkPair, type LinkPair } from '../../engine/test/link-pair.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { createTables } from '../../engine/tables.ts'
import type { Contract } from '../../shared/contract.ts'
import { LIMITS, PROTOCOL } from '../../shared/frames.ts'
import { ok } from '../../shared/result.ts'
import { connect, PAGE_PROTOCOL, type Connection } from './connect.ts'

const row = z.strictObject({ value: z.number() })
const contract = {
  group: {
    twice: { kind: 'call', input: z.strictObject({ value: z.number() }), output: z.number() },
    breaks: { kind: 'call', input: z.null(), output: z.null() },
    rows: { kind: 'live', params: z.null(), row },
  },
} as const satisfies Contract

const silent = { debug() {}, info() {}, warn() {}, error() {}, with: () => silent }

function setUp(token: string | null = null) {
  const clock = createManualClock(1_000)
  const tables = createTables()
  const table = tables.table<{ value: number }>()
  const pairs: LinkPair[] = []
  const connections: Connection[] = []
  const paints: (() => void)[] = []
  const rows = new Map<string, unknown>()
  const resets = { count: 0 }

  const options = {
    contract,
    handlers: {
      group: {
        twice: ({ value }: { value: number }) => ok(value * 2),
        breaks: () => {
          throw new Error('the inside of the engine')
        },
        rows: () => ok(table),
      },
    },
    tables,
    clock,
    random: { next: () => 0.5, token: () => 'beef' },
    log: silent,
    build: 'test',
    mode: 'demo',
    token,
    frameMs: 32,
  } as const

  function open() {
    const pair = createLinkPair()
    pairs.push(pair)
    serve(pair.engine, options)
    return pair.page
  }

  const connected = connect({
    open,
    token,
    now: clock.now,
    after: clock.after,
    afterPaint: (run) => paints.push(run),
    batch: (run) => run(),
    onConnection: (connection) => connections.push(connection),
  })
  // This contract is the test's own; the client answers to any names.
  const client = connected.client as never as {
    group: {
      twice(input: unknown): Promise<unknown>
      breaks(input: null): Promise<unknown>
      nothing(input: null): Promise<unknown>
      rows(params: null, reader: unknown): () => void
    }
  }

  function read() {
    return client.group.rows(null, {
      changed: (change: { reset: boolean; rows: Map<string, unknown> }) => {
        if (change.reset) {
          resets.count += 1
          rows.clear()
        }
        for (const [key, value] of change.rows) {
          if (value === null) rows.delete(key)
          else rows.set(key, value)
        }
      },
      lost: () => rows.clear(),
    })
  }

  function paint() {
    for (const run of paints.splice(0)) run()
  }

  return { clock, tables, table, pairs, connections, rows, resets, client, read, paint, stop: connected.stop }
}

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
    const { clock, tables, table } = setUp()
    const pair = createLinkPair()
    let closed = false
    pair.page.onClose(() => (closed = true))
    const stop = serve(pair.engine, {
      contract,
      handlers: { group: { twice: () => ok(0), breaks: () => ok(null), rows: () => ok(table) } },
      tables,
      clock,
      random: { next: () => 0, token: () => '' },
      log: silent,
      build: 'test',
      mode: 'live',
      token: 'the right one',
      frameMs: 32,
    })
    pair.page.send(text)
    expect(closed).toBe(true)
    stop()
  })

  it('never throws and never answers, whatever arrives before a greeting', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { tables, table, clock } = setUp()
        const pair = createLinkPair()
        serve(pair.engine, {
          contract,
          handlers: { group: { twice: () => ok(0), breaks: () => ok(null), rows: () => ok(table) } },
          tables,
          clock,
          random: { next: () => 0, token: () => '' },
          log: silent,
          build: 'test',
          mode: 'live',
          token: 'secret',
          frameMs: 32,
        })
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
