import type { Decimal } from '../../shared/decimal.ts'
import type { AccountId, InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { DriftLog } from '../account/drift-log.ts'
import type { MarketView } from '../account/market-view.ts'
import type { AccountView, ViewChange } from '../account/view.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { EngineState } from '../state.ts'
import type { Tables } from '../tables.ts'
import { createAccountBook, type AccountBook } from './account-book.ts'
import { allAccounts } from './all-accounts.ts'
import { createDays } from './day.ts'
import { createDeviations } from './deviations.ts'
import { MARK_STALE_AFTER_MS } from './freshness.ts'
import { createPublisher } from './publish.ts'
import { collectRates, exchangeRate, type Rates } from './rates.ts'

/** Turns accounts and prices into rows of positions, balances, orders and totals, and records equity. */
export interface Portfolio {
  /** Shows an account, new or changed. */
  show(view: AccountView, change: ViewChange): void
  /** A transfer of an account became known, perhaps long after it happened. */
  transferred(account: AccountId): void
  /** Takes an account and all its rows away. */
  remove(account: AccountId): void
  /** One unit of a currency in another, when some account tells; else unknown. */
  rate(from: string, to: string): Decimal | null
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

/** How often freshness is looked at anew and equity may be recorded, though nothing moves. */
const TICK_MS = 1_000

export function createPortfolio(ports: PortfolioPorts): Portfolio {
  const { clock, store, tables, state, market } = ports
  const books = new Map<AccountId, AccountBook>()
  const dirty = new Set<AccountBook>()
  const days = createDays(ports.timeZone)
  const deviations = createDeviations(ports.drift)
  const derivation = tables.derive(derive)
  const stops: { ticker: Stop; prices: Stop } = { ticker: () => undefined, prices: () => undefined }

  function derive(): void {
    const now = clock.now()
    for (const book of dirty) book.publish(now, days.startOf(now))
    dirty.clear()
    const all = [...books.values()]
    const parts = all.map((book) => book.part())
    state.totals.set('all', parts.length === 0 ? null : allAccounts(parts, rates(), now))
  }

  function rates(): Rates {
    return collectRates([...books.values()].flatMap((book) => (book.state === null ? [] : [book.state])))
  }

  function touch(book: AccountBook): void {
    dirty.add(book)
    derivation.touch()
  }

  function open(view: AccountView): AccountBook {
    const terms = { market, markStaleAfterMs: ports.markStaleAfterMs ?? MARK_STALE_AFTER_MS }
    const publisher = createPublisher(state, view.account, terms)
    const book = createAccountBook(
      { market, store, publisher, deviates: (account, all) => deviations.found(account, all) },
      view,
    )
    books.set(view.account, book)
    return book
  }

  function show(view: AccountView, change: ViewChange): void {
    const book = books.get(view.account) ?? open(view)
    book.show(view, change)
    touch(book)
  }

  function pricesMoved(changed: Iterable<InstrumentId>): void {
    for (const instrument of changed)
      for (const book of books.values()) if (!dirty.has(book) && book.concerns(instrument)) touch(book)
  }

  function tick(): void {
    stops.ticker = clock.after(TICK_MS, tick)
    for (const book of books.values()) touch(book)
    tables.settle()
    const now = clock.now()
    for (const book of books.values()) book.record(now, days.startOf(now))
  }

  return {
    show,
    transferred: (account) => {
      const book = books.get(account)
      book?.transferred()
      if (book !== undefined) touch(book)
    },
    remove: (account) => {
      const book = books.get(account)
      if (book === undefined) return
      books.delete(account)
      dirty.delete(book)
      deviations.forget(account)
      book.close()
      derivation.touch()
    },
    rate: (from, to) => exchangeRate(rates(), from, to),
    start: () => {
      stops.prices = market.onPrices(pricesMoved)
      stops.ticker = clock.after(TICK_MS, tick)
    },
    stop: () => {
      stops.ticker()
      stops.prices()
    },
  }
}
