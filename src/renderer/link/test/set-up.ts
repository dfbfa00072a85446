import { z } from 'zod'
import { serve } from '../../../engine/link/serve.ts'
import { createLinkPair, type LinkPair } from '../../../engine/test/link-pair.ts'
import { createManualClock } from '../../../engine/test/manual-clock.ts'
import { createTables } from '../../../engine/tables.ts'
import type { Contract } from '../../../shared/contract.ts'
import { ok } from '../../../shared/result.ts'
import { connect, type Connection } from '../connect.ts'

const row = z.strictObject({ value: z.number() })
const contract = {
  group: {
    twice: { kind: 'call', input: z.strictObject({ value: z.number() }), output: z.number() },
    breaks: { kind: 'call', input: z.null(), output: z.null() },
    rows: { kind: 'live', params: z.null(), row },
  },
} as const satisfies Contract

const silent = { debug() {}, info() {}, warn() {}, error() {}, with: () => silent }

export function setUp(token: string | null = null) {
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

/** One engine end that demands a token, with the bare link a stranger would hold. */
export function guarded(token: string) {
  const clock = createManualClock(1_000)
  const tables = createTables()
  const table = tables.table<{ value: number }>()
  const pair = createLinkPair()
  const handlers = { group: { twice: () => ok(0), breaks: () => ok(null), rows: () => ok(table) } }
  const random = { next: () => 0, token: () => '' }
  serve(pair.engine, {
    contract,
    handlers,
    tables,
    clock,
    random,
    log: silent,
    build: 'test',
    mode: 'live',
    token,
    frameMs: 32,
  })
  return { clock, pair }
}
