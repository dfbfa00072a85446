import type { InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { CandleInterval } from '../../shared/market-rows.ts'
import type { Clock } from '../ports/clock.ts'
import type { MarketWant } from '../ports/venue.ts'
import type { FeedLines } from './feed-lines.ts'
import type { Instrument } from './instrument.ts'
import type { PriceSource } from './price-entry.ts'

/** A wish before its instrument is known. */
export type Wish =
  | { readonly kind: 'price'; readonly instrument: InstrumentId }
  | { readonly kind: 'candle'; readonly instrument: InstrumentId; readonly interval: CandleInterval }

/** Everybody's wishes, counted, and turned into topics once their instruments are known. */
export interface Wants {
  want(wish: Wish): Stop
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
  readonly onMet: (wish: Wish, instrument: Instrument, carriers: () => readonly PriceSource[]) => void
  readonly onEnded: (wish: Wish) => void
}

interface Place {
  readonly lines: FeedLines
  readonly topic: string
}

interface Wanted {
  readonly wish: Wish
  count: number
  /** Null while the instrument is not known. */
  places: readonly Place[] | null
  stopLinger: Stop
}

/** A tab that is left is often come back to; its topics stay a while. */
const LINGER_MS = 10_000

export function createWants(options: WantsOptions): Wants {
  const all = new Map<string, Wanted>()

  function want(wish: Wish): Stop {
    const key = keyOf(wish)
    const wanted = all.get(key) ?? { wish, count: 0, places: null, stopLinger: () => undefined }
    all.set(key, wanted)
    wanted.count += 1
    wanted.stopLinger()
    if (wanted.places === null) meet(options, wanted)
    return once(() => leave(key, wanted))
  }

  function leave(key: string, wanted: Wanted): void {
    wanted.count -= 1
    if (wanted.count > 0) return
    wanted.stopLinger = options.clock.after(LINGER_MS, () => {
      all.delete(key)
      end(options, wanted)
    })
  }

  return {
    want,
    resolve: () => {
      for (const wanted of all.values()) if (wanted.places === null) meet(options, wanted)
    },
    stop: () => {
      for (const wanted of all.values()) wanted.stopLinger()
      all.clear()
    },
  }
}

function meet(options: WantsOptions, wanted: Wanted): void {
  const instrument = options.instrument(wanted.wish.instrument)
  if (instrument === null) return options.onUnknown(wanted.wish.instrument)
  const want: MarketWant = { ...wanted.wish, instrument }
  const places = options.feeds.flatMap((lines) => lines.feed.topicsFor(want).map((topic): Place => ({ lines, topic })))
  wanted.places = places
  for (const { lines, topic } of places) lines.want(topic)
  options.onMet(wanted.wish, instrument, () => carriersOf(places))
}

function end(options: WantsOptions, wanted: Wanted): void {
  for (const { lines, topic } of wanted.places ?? []) lines.unwant(topic)
  options.onEnded(wanted.wish)
}

function carriersOf(places: readonly Place[]): readonly PriceSource[] {
  const sources = new Set<PriceSource>()
  for (const { lines, topic } of places) {
    const source = lines.sourceOf(topic)
    if (source !== null) sources.add(source)
  }
  return [...sources]
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
