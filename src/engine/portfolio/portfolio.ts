import type { Decimal } from '../../shared/decimal.ts'
import type { AccountId, InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { DriftLog } from '../account/drift-log.ts'
import type { MarketView } from '../account/market-view.ts'
import type { AccountView, ViewChange } from '../account/view.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { EngineState } from '../state.ts'
import type { Derivation, Tables } from '../tables.ts'
import { createAccountBook, type AccountBook } from './account-book.ts'
import { allAccounts } from './all-accounts.ts'
import { createDays } from './day.ts'
import { createDeviations, type Deviations } from './deviations.ts'
import { MARK_STALE_AFTER_MS } from './freshness.ts'
import { createPublisher } from './publish.ts'
import { collectRates, exchangeRate, type Rates } from './rates.ts'

/** Turns accounts and prices into rows of positions, balances, orders and totals, and records equity. */
export interface Portfolio {
  /** Shows an account, new or changed. */
  show(view: AccountView, change: ViewChange): void
  /** A transfer of an account became known, perhaps long after it happened. */
  transferred(account: AccountId): void
  /** One unit of `from` in `to`, as accounts state them; null when none does. */
  rate(from: string, to: string): Decimal | null
  /** Takes an account and all its rows away. */
  remove(account: AccountId): void
  start(): void
  stop(): void
}

export interface PortfolioPorts {
  readonly clock: Clock
  readonly store: Store
  readonly tables: Tables
  readonly state: EngineState
  readonly market: MarketView
  readonly drift: DriftLog
  /** Where days begin: an IANA zone, `local` or `UTC`. */
  readonly timeZone: () => string
  readonly markStaleAfterMs?: number
}

interface Run {
  readonly ports: PortfolioPorts
  readonly books: Map<AccountId, AccountBook>
  /** To be valued anew when rows are next read. */
  readonly dirty: Set<AccountBook>
  readonly days: ReturnType<typeof createDays>
  readonly deviations: Deviations
  derivation: Derivation | null
  stopTicker: Stop
  stopPrices: Stop
}

/** How often freshness is looked at anew and equity may be recorded, though nothing moves. */
const TICK_MS = 1_000

export function createPortfolio(ports: PortfolioPorts): Portfolio {
  const run: Run = {
    ports,
    books: new Map(),
    dirty: new Set(),
    days: createDays(ports.timeZone),
    deviations: createDeviations(ports.drift),
    derivation: null,
    stopTicker: () => undefined,
    stopPrices: () => undefined,
  }
  run.derivation = ports.tables.derive(() => derive(run))
  return {
    show: (view, change) => show(run, view, change),
    transferred: (account) => transferred(run, account),
    rate: (from, to) => exchangeRate(ratesOf(run), from, to),
    remove: (account) => remove(run, account),
    start: () => {
      run.stopPrices = ports.market.onPrices((changed) => pricesMoved(run, changed))
      run.stopTicker = ports.clock.after(TICK_MS, () => tick(run))
    },
    stop: () => {
      run.stopTicker()
      run.stopPrices()
    },
  }
}

function derive({ ports, books, dirty, days }: Run): void {
  const now = ports.clock.now()
  for (const book of dirty) book.publish(now, days.startOf(now))
  dirty.clear()
  const parts = [...books.values()].map((book) => book.part())
  ports.state.totals.set('all', parts.length === 0 ? null : allAccounts(parts, collectRates(statesOf(books)), now))
}

function show(run: Run, view: AccountView, change: ViewChange): void {
  const book = run.books.get(view.account) ?? open(run, view)
  book.show(view, change)
  touch(run, book)
}

function open(run: Run, view: AccountView): AccountBook {
  const { market, store, state, markStaleAfterMs = MARK_STALE_AFTER_MS } = run.ports
  const publisher = createPublisher(state, view.account, { market, markStaleAfterMs })
  const deviates: Deviations['found'] = (account, all) => run.deviations.found(account, all)
  const book = createAccountBook({ market, store, publisher, deviates }, view)
  run.books.set(view.account, book)
  return book
}

function touch(run: Run, book: AccountBook): void {
  run.dirty.add(book)
  run.derivation?.touch()
}

function pricesMoved(run: Run, changed: Iterable<InstrumentId>): void {
  for (const instrument of changed)
    for (const book of run.books.values()) if (!run.dirty.has(book) && book.concerns(instrument)) touch(run, book)
}

function transferred(run: Run, account: AccountId): void {
  const book = run.books.get(account)
  if (book === undefined) return
  book.transferred()
  touch(run, book)
}

function remove(run: Run, account: AccountId): void {
  const book = run.books.get(account)
  if (book === undefined) return
  run.books.delete(account)
  run.dirty.delete(book)
  run.deviations.forget(account)
  book.close()
  run.derivation?.touch()
}

function tick(run: Run): void {
  const { clock, tables } = run.ports
  run.stopTicker = clock.after(TICK_MS, () => tick(run))
  for (const book of run.books.values()) touch(run, book)
  tables.settle()
  const now = clock.now()
  for (const book of run.books.values()) book.record(now, run.days.startOf(now))
}

function ratesOf({ books }: Run): Rates {
  return collectRates(statesOf(books))
}

function statesOf(books: Run['books']) {
  return [...books.values()].flatMap(({ state }) => (state === null ? [] : [state]))
}
