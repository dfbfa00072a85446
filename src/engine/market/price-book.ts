import type { Freshness } from '../../shared/fields.ts'
import type { InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { PriceRow } from '../../shared/market-rows.ts'
import type { Clock } from '../ports/clock.ts'
import type { Arrival } from '../session/run.ts'
import type { Derivation, Table, Tables } from '../tables.ts'
import type { Instrument, Instruments } from './instrument.ts'
import type { MarketEvent } from './price.ts'
import { createEntry, rowOf, takeSeed, takeStreamed, viewOf } from './price-entry.ts'
import type { PriceEntry, PriceSource, PriceView } from './price-entry.ts'
import { markFreshness, rowFreshness } from './price-freshness.ts'

type PriceEvent = Extract<MarketEvent, { kind: 'price' }>

/** The newest prices of every wanted instrument. Frames change it in place; rows are made when they are read. */
export interface PriceBook {
  /** Follows an instrument; `carried` tells the least fresh of the connections its prices come over. */
  follow(instrument: Instrument, carried: () => Freshness): void
  forget(instrument: InstrumentId): void
  take(event: PriceEvent, source: PriceSource, arrival: Arrival): void
  seed(event: PriceEvent): void
  /** The list of contracts was fetched again. */
  renew(instruments: Instruments): void
  /** Connections changed or time went by, so the freshness of anything may have changed. */
  recheck(): void
  price(instrument: InstrumentId): PriceView | null
  followed(): Iterable<InstrumentId>
  /** Told once of each instrument until rows are next settled. */
  onPrices(take: (changed: Iterable<InstrumentId>) => void): Stop
  stop(): void
}

interface Followed {
  readonly entry: PriceEntry
  readonly carried: () => Freshness
}

interface Book {
  readonly clock: Clock
  readonly table: Table<PriceRow>
  readonly followed: Map<InstrumentId, Followed>
  readonly dirty: Set<InstrumentId>
  readonly listeners: Set<(changed: Iterable<InstrumentId>) => void>
  derivation: Derivation | null
}

export function createPriceBook(clock: Clock, tables: Tables, table: Table<PriceRow>): PriceBook {
  const book: Book = {
    clock,
    table,
    followed: new Map(),
    dirty: new Set(),
    listeners: new Set(),
    derivation: null,
  }
  book.derivation = tables.derive(() => publish(book))
  return {
    follow: (instrument, carried) => {
      const entry = book.followed.get(instrument.instrument)?.entry ?? createEntry(instrument)
      book.followed.set(instrument.instrument, { entry, carried })
      touch(book, instrument.instrument)
    },
    forget: (instrument) => forget(book, instrument),
    take: (event, source, arrival) => {
      const followed = book.followed.get(event.instrument)
      if (followed === undefined) return
      if (takeStreamed(followed.entry, event, source, arrival)) touch(book, event.instrument)
    },
    seed: (event) => {
      const followed = book.followed.get(event.instrument)
      if (followed === undefined) return
      takeSeed(followed.entry, event, clock.now())
      touch(book, event.instrument)
    },
    renew: (instruments) => renew(book, instruments),
    recheck: () => recheck(book),
    price: (instrument) => priceOf(book, instrument),
    followed: () => [...book.followed.keys()],
    onPrices: (take) => {
      book.listeners.add(take)
      return () => void book.listeners.delete(take)
    },
    stop: () => {
      for (const instrument of [...book.followed.keys()]) forget(book, instrument)
      book.listeners.clear()
    },
  }
}

/** Listeners hear of an instrument when its first change since the last settling comes, not with every frame. */
function touch(book: Book, instrument: InstrumentId): void {
  if (book.dirty.has(instrument)) return
  book.dirty.add(instrument)
  book.derivation?.touch()
  for (const listener of book.listeners) listener([instrument])
}

function recheck(book: Book): void {
  for (const [instrument, followed] of book.followed) {
    const told = followed.entry.told
    if (told === tell(book, followed)) continue
    followed.entry.view = null
    touch(book, instrument)
  }
}

function tell(book: Book, { entry, carried }: Followed): string {
  const now = book.clock.now()
  const carriers = carried()
  entry.told = `${markFreshness(entry, carriers, now)} ${rowFreshness(entry, carriers, now)}`
  return entry.told
}

function publish(book: Book): void {
  const now = book.clock.now()
  for (const instrument of book.dirty) {
    const followed = book.followed.get(instrument)
    if (followed === undefined || followed.entry.heardAt === 0) continue
    book.table.set(instrument, rowOf(followed.entry, rowFreshness(followed.entry, followed.carried(), now)))
  }
  book.dirty.clear()
}

function forget(book: Book, instrument: InstrumentId): void {
  book.followed.delete(instrument)
  book.dirty.delete(instrument)
  book.table.set(instrument, null)
}

function renew(book: Book, instruments: Instruments): void {
  for (const [id, { entry }] of book.followed) {
    entry.instrument = instruments.get(id) ?? entry.instrument
    touch(book, id)
  }
}

function priceOf(book: Book, instrument: InstrumentId): PriceView | null {
  const followed = book.followed.get(instrument)
  if (followed === undefined || followed.entry.heardAt === 0) return null
  const { entry, carried } = followed
  entry.view ??= viewOf(entry, markFreshness(entry, carried(), book.clock.now()))
  return entry.view
}
