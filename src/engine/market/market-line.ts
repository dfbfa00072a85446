import type { Freshness } from '../../shared/fields.ts'
import type { StreamEntry, Streams } from '../health/streams.ts'
import type { Perform } from '../net/perform.ts'
import type { MarketFeed, MarketFeedContext } from '../ports/feed.ts'
import { freshnessOf } from '../session/freshness.ts'
import type { Arrival, SessionPorts } from '../session/run.ts'
import { createSession, type Session } from '../session/session.ts'
import type { Numbering } from '../session/wire.ts'
import type { MarketEvent } from './price.ts'
import type { Demand, Wants } from './wants.ts'
import type { PriceSource } from './price-entry.ts'

/** One market connection and the topics it carries. */
export interface MarketLine extends PriceSource {
  readonly topics: Set<string>
  readonly session: Session
  stop(): void
}

/** What all connections of a market house share. */
export interface LineOptions {
  readonly ports: SessionPorts
  readonly venueName: string
  readonly streams: Streams
  readonly demand: Wants['demand']
  readonly numbering: Numbering
  readonly context: () => MarketFeedContext
  readonly serverNow: () => number
  readonly perform: Perform
  readonly measureClock: () => void
  readonly onItems: (items: readonly MarketEvent[], source: PriceSource, arrival: Arrival) => void
  /** Frames were lost or could not be read: what they said has to be read anew. */
  readonly onGap: (why: 'resync' | 'reconnected') => void
  readonly onFreshness: () => void
}

interface Life {
  freshness: Freshness
  /** First connection since the line was last down. */
  since: number
  /** Newest connection on which anything was delivered. */
  heardOn: number
  broken: boolean
}

export function createMarketLine(options: LineOptions, feed: MarketFeed, topics: readonly string[]): MarketLine {
  const life: Life = { freshness: 'checking', since: 0, heardOn: 0, broken: true }
  const entry: { row: StreamEntry | null } = { row: null }
  const carried = new Set(topics)
  const name = `${options.venueName} ${feed.name}`

  function refresh(): void {
    const before = life.freshness
    life.freshness = freshnessOf(name, session.status(), verification(life)).state
    entry.row?.changed()
    if (before !== life.freshness) options.onFreshness()
  }

  const source: PriceSource = { freshness: () => life.freshness, since: () => life.since }
  const session = createSession<MarketEvent, MarketFeedContext>(options.ports, sessionOptions(options, feed, topics), {
    onUp: (generation) => {
      if (life.broken) comeBack(life, generation, options)
    },
    onItems: (items, arrival) => {
      options.onItems(items, source, arrival)
      if (arrival.generation <= life.heardOn) return
      life.heardOn = arrival.generation
      refresh()
    },
    onDown: () => {
      life.broken = true
    },
    onResync: () => options.onGap('resync'),
    onChange: refresh,
  })
  entry.row = options.streams.add(
    {
      stream: name,
      kind: () => kindOf(demandsOn(options, feed, carried)),
      account: null,
      venueName: options.venueName,
      required: () => demandsOn(options, feed, alive(carried, session)).includes('counted-on'),
    },
    () => ({ status: session.status(), verification: verification(life), verifiedAt: null }),
  )
  session.start()
  return { ...source, session, topics: carried, stop: () => end(session, entry.row) }
}

/** What the exchange does not have cannot be missed. */
function alive(topics: ReadonlySet<string>, session: Session): ReadonlySet<string> {
  const dead = session.status().unsubscribable
  return dead.length === 0 ? topics : new Set([...topics].filter((topic) => !dead.includes(topic)))
}

function demandsOn({ demand }: LineOptions, feed: MarketFeed, topics: ReadonlySet<string>): readonly Demand[] {
  return [...topics].flatMap((topic) => demand(feed.name, topic) ?? [])
}

function kindOf(demands: readonly Demand[]): 'prices' | 'candles' {
  return demands.length > 0 && demands.every((demand) => demand === 'charted') ? 'candles' : 'prices'
}

function sessionOptions(options: LineOptions, feed: MarketFeed, topics: readonly string[]) {
  const { context, serverNow, perform, measureClock, numbering } = options
  return { feed, signer: null, topics, context, serverNow, perform, measureClock, numbering }
}

function comeBack(life: Life, generation: number, options: LineOptions): void {
  const first = life.since === 0
  life.broken = false
  life.since = generation
  if (!first) options.onGap('reconnected')
}

/** Each price message stands for itself: one on the present connection is all the proof there is. */
function verification(life: Life): 'verified' | 'unverified' {
  return life.heardOn >= life.since && life.heardOn > 0 ? 'verified' : 'unverified'
}

function end(session: Session, row: StreamEntry | null): void {
  session.stop()
  row?.remove()
}
