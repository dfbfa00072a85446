import type { Freshness } from '../../shared/fields.ts'
import type { InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { CandleInterval } from '../../shared/market-rows.ts'
import type { Clock } from '../ports/clock.ts'
import type { MarketWant } from '../ports/venue.ts'
import type { FeedLines } from './feed-lines.ts'
import type { Instrument } from './instrument.ts'
import { lessFresh } from '../session/freshness.ts'
import { createTopicUsers, type TopicUsers } from './topic-users.ts'

/** A wish before its instrument is known. */
export type Wish =
  | { readonly kind: 'price'; readonly instrument: InstrumentId }
  | { readonly kind: 'candle'; readonly instrument: InstrumentId; readonly interval: CandleInterval }

/** Whether the dashboard's figures lean on a price, or somebody only looks at it. */
export type Need = 'counted-on' | 'looked-at'

/** What a topic is wanted for at the most. */
export type Demand = Need | 'charted'

/** Everybody's wishes, counted, and turned into topics once their instruments are known. */
export interface Wants {
  want(wish: Wish, need: Need): Stop
  /** What a feed's topic is wanted for; null when it is not wanted. Of a contract that is not traded nothing is expected. */
  demand(feed: string, topic: string): Demand | null
  /** The list of contracts was fetched: wishes that waited for it can be met. */
  resolve(): void
  stop(): void
}

export interface WantsOptions {
  readonly clock: Clock
  readonly feeds: readonly FeedLines[]
  readonly instrument: (id: InstrumentId) => Instrument | null
  /** A wish for a contract nobody knows. */
  readonly onUnknown: (instrument: InstrumentId) => void
  readonly onMet: (wish: Wish, instrument: Instrument, carried: () => Freshness) => void
  readonly onEnded: (wish: Wish) => void
}

interface Place {
  readonly lines: FeedLines
  readonly topic: string
}

interface Wanted {
  readonly wish: Wish
  readonly counts: Record<Need, number>
  /** Null while the instrument is not known. */
  places: readonly Place[] | null
  stopLinger: Stop
}

/** The weightiest first. */
const DEMANDS = ['counted-on', 'looked-at', 'charted'] as const satisfies readonly Demand[]

/** A tab that is left is often come back to; its topics stay a while. */
const LINGER_MS = 10_000

export function createWants(options: WantsOptions): Wants {
  const all = new Map<string, Wanted>()
  const users = createTopicUsers<Wanted>()

  function want(wish: Wish, need: Need): Stop {
    const key = keyOf(wish)
    const wanted = all.get(key) ?? unmet(wish)
    all.set(key, wanted)
    wanted.counts[need] += 1
    wanted.stopLinger()
    if (wanted.places === null) meet(options, users, wanted)
    return once(() => leave(key, wanted, need))
  }

  function leave(key: string, wanted: Wanted, need: Need): void {
    wanted.counts[need] -= 1
    if (isWanted(wanted)) return
    wanted.stopLinger = options.clock.after(LINGER_MS, () => {
      all.delete(key)
      end(options, users, wanted)
    })
  }

  return {
    want,
    demand: (feed, topic) => {
      const demands = [...users.of(feed, topic)].map((wanted) => demandOf(options, wanted))
      return DEMANDS.find((demand) => demands.includes(demand)) ?? null
    },
    resolve: () => {
      for (const wanted of all.values()) if (wanted.places === null) meet(options, users, wanted)
    },
    stop: () => {
      for (const wanted of all.values()) wanted.stopLinger()
      all.clear()
    },
  }
}

function unmet(wish: Wish): Wanted {
  return { wish, counts: { 'counted-on': 0, 'looked-at': 0 }, places: null, stopLinger: () => undefined }
}

function isWanted({ counts }: Wanted): boolean {
  return counts['counted-on'] + counts['looked-at'] > 0
}

function demandOf({ instrument }: WantsOptions, { wish, counts }: Wanted): Demand {
  if (wish.kind === 'candle') return 'charted'
  const isTraded = instrument(wish.instrument)?.trading === true
  return isTraded && counts['counted-on'] > 0 ? 'counted-on' : 'looked-at'
}

function meet(options: WantsOptions, users: TopicUsers<Wanted>, wanted: Wanted): void {
  const instrument = options.instrument(wanted.wish.instrument)
  if (instrument === null) return options.onUnknown(wanted.wish.instrument)
  const want: MarketWant = { ...wanted.wish, instrument }
  const places = options.feeds.flatMap((lines) => lines.feed.topicsFor(want).map((topic): Place => ({ lines, topic })))
  wanted.places = places
  for (const { lines, topic } of places) {
    users.add(lines.feed.name, topic, wanted)
    lines.want(topic)
  }
  options.onMet(wanted.wish, instrument, () => freshnessOver(places))
}

function end(options: WantsOptions, users: TopicUsers<Wanted>, wanted: Wanted): void {
  for (const { lines, topic } of wanted.places ?? []) {
    users.remove(lines.feed.name, topic, wanted)
    lines.unwant(topic)
  }
  options.onEnded(wanted.wish)
}

/** Of the least fresh connection; one that is not open yet does not count. */
function freshnessOver(places: readonly Place[]): Freshness {
  let worst: Freshness = 'live'
  for (const { lines, topic } of places) worst = lessFresh(worst, lines.sourceOf(topic)?.freshness() ?? 'live')
  return worst
}

function keyOf(wish: Wish): string {
  return wish.kind === 'price' ? `price ${wish.instrument}` : `candle ${wish.instrument} ${wish.interval}`
}

function once(run: () => void): Stop {
  const state = { done: false }
  return () => {
    if (state.done) return
    state.done = true
    run()
  }
}
