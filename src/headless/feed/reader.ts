import type { Engine } from '../../engine/engine.ts'
import type { Clock } from '../../engine/ports/clock.ts'
import type { Stop } from '../../shared/link.ts'
import { balanceMessage, equityMessage, errorMessage, heartbeatMessage, initialStatus } from './messages.ts'
import { createAccountNews } from './account-news.ts'
import { createMarketNews } from './market-news.ts'
import { createOutbox, type Wire } from './outbox.ts'
import { CHANNELS, readRequest, type Channel } from './request.ts'

export interface FeedOptions {
  readonly engine: Engine
  readonly clock: Clock
  readonly version: string
  readonly startedAt: number
}

export interface FeedReader {
  text(text: string): void
  readonly stop: Stop
}

const FLUSH_MS = 100
const HEARTBEAT_MS = 5_000
/** Executions a stalled reader may fall behind by before the oldest are let go. */
const WAITING_TRADES = 500

/** One client of the public feed: greets it, then tells it what changes on the channels it chose. */
export function createFeedReader(wire: Wire, { engine, clock, version, startedAt }: FeedOptions): FeedReader {
  // What has not settled yet belongs into the greeting, not before it.
  engine.tables.settle()
  const channels = new Set<Channel>(CHANNELS)
  const outbox = createOutbox(wire, WAITING_TRADES)
  const wants = (channel: Channel): boolean => channels.has(channel)
  const account = createAccountNews(engine, clock, wants, outbox)
  const market = createMarketNews(engine, wants, outbox)
  const timers = { flush: null as Stop | null, heartbeat: null as Stop | null }

  function greet(): void {
    const { accounts, streams, totals } = engine.state
    const rows = [...accounts.rows()].map(([, row]) => row)
    const uptimeSeconds = Math.floor((clock.now() - startedAt) / 1000)
    const status = { mode: engine.mode, version, uptimeSeconds, accounts: rows, now: clock.now() }
    wire.send(JSON.stringify(initialStatus({ ...status, streams: [...streams.rows()].map(([, row]) => row) })))
    for (const row of rows) {
      const total = totals.get(row.account)
      if (total === undefined) continue
      wire.send(JSON.stringify(balanceMessage('initial_balance', row.label, total)))
      wire.send(JSON.stringify(equityMessage(row.label, total)))
    }
  }

  function flush(): void {
    engine.tables.settle()
    account.collect()
    outbox.flush()
    timers.flush = clock.after(FLUSH_MS, flush)
  }

  function beat(): void {
    outbox.put('heartbeat', heartbeatMessage(clock.now()))
    outbox.flush()
    timers.heartbeat = clock.after(HEARTBEAT_MS, beat)
  }

  greet()
  flush()
  timers.heartbeat = clock.after(HEARTBEAT_MS, beat)

  return {
    text: (text) => {
      const request = readRequest(text)
      if (!request.ok) return wire.send(JSON.stringify(errorMessage(request.failure)))
      for (const channel of request.value.channels) {
        if (request.value.type === 'subscribe') channels.add(channel)
        else channels.delete(channel)
      }
    },
    stop: () => {
      account.stop()
      market.stop()
      timers.flush?.()
      timers.heartbeat?.()
    },
  }
}
