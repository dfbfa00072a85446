import type { InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import { fail, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { NextTryPorts } from '../net/next-try.ts'
import type { Log } from '../ports/log.ts'
import type { Instrument, Instruments } from './instrument.ts'
import { createRefill } from './refill.ts'

/** The contracts of one market place. They are kept while fetched anew, and no failure empties them. */
export interface InstrumentStore {
  all(): Instruments
  /** The exchange says that the list changed: fetch it soon, but not too often. */
  refresh(): void
  /** Somebody met a contract that is not in the list: fetch it, once for each such contract. */
  missing(symbol: string): void
  /** Told after each fetch that brought a list; at once when there is one already. */
  onLoaded(take: () => void): Stop
  start(): void
  stop(): void
}

export interface StoreOptions extends NextTryPorts {
  readonly log: Log
  readonly venueName: string
  readonly fetch: () => Promise<Result<readonly Instrument[]>>
}

const PACE = { gatherMs: 0, atMostEveryMs: 60_000, everyMs: 60 * 60_000 } as const
const MOST_MISSED = 1000

interface Shelf {
  instruments: Instruments
  stopped: boolean
  readonly missed: Set<string>
  readonly listeners: Set<() => void>
}

export function createInstrumentStore(options: StoreOptions): InstrumentStore {
  const shelf: Shelf = { instruments: new Map(), stopped: false, missed: new Set(), listeners: new Set() }
  const refill = createRefill(options, PACE, () => load(options, shelf))
  return {
    all: () => shelf.instruments,
    refresh: () => refill.ask(),
    missing: (symbol) => {
      // Before the first list every contract is missing, and the list is on its way.
      if (shelf.instruments.size === 0 || shelf.missed.has(symbol) || shelf.missed.size >= MOST_MISSED) return
      shelf.missed.add(symbol)
      refill.ask()
    },
    onLoaded: (take) => {
      shelf.listeners.add(take)
      if (shelf.instruments.size > 0) take()
      return () => void shelf.listeners.delete(take)
    },
    start: () => refill.ask(),
    stop: () => {
      shelf.stopped = true
      refill.stop()
    },
  }
}

async function load(options: StoreOptions, shelf: Shelf): Promise<Result<unknown>> {
  const fetched = await options.fetch()
  if (shelf.stopped) return fetched
  const result = fetched.ok && fetched.value.length === 0 ? fail(emptyList(options.venueName)) : fetched
  if (result.ok) keep(shelf, result.value)
  else report(options, shelf, result.failure)
  return result
}

function report({ log }: StoreOptions, { instruments }: Shelf, { sentence }: Failure): void {
  log.warn('the list of contracts could not be fetched', { why: sentence.id, kept: instruments.size })
}

function keep(shelf: Shelf, list: readonly Instrument[]): void {
  shelf.instruments = merged(shelf.instruments, list)
  for (const listener of [...shelf.listeners]) listener()
}

/** An exchange without contracts is not one: an empty list is a failure of theirs. */
function emptyList(venue: string): Failure {
  return { code: 'venue', sentence: sentence('venue.unreadable', { venue, what: 'contracts' }) }
}

/** A contract that left the list stays known, not trading: positions and history may still speak of it. */
function merged(before: Instruments, list: readonly Instrument[]): Instruments {
  const next = new Map<InstrumentId, Instrument>()
  for (const [id, known] of before) next.set(id, known.trading ? { ...known, trading: false } : known)
  for (const instrument of list) next.set(instrument.instrument, instrument)
  return next
}
