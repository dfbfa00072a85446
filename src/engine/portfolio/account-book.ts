import type { TotalRow } from '../../shared/account-rows.ts'
import type { AccountId, InstrumentId, Time } from '../../shared/ids.ts'
import type { AccountSnapshot, AccountState } from '../account/event.ts'
import { instrumentsOf } from '../account/instruments-of.ts'
import type { MarketView } from '../account/market-view.ts'
import type { AccountView, ViewChange } from '../account/view.ts'
import type { Store } from '../ports/store.ts'
import type { Part } from './all-accounts.ts'
import { anchorTotals, type Anchor } from './anchor.ts'
import { equityDeviation, positionDeviations, type Deviation } from './compare.ts'
import { createEquityRecord, type EquityNow, type EquityRecord } from './equity.ts'
import { holdingsOf, type Holdings } from './holdings.ts'
import { createOrigins, type Origins } from './origins.ts'
import { UNKNOWN_PERFORMANCE, type Performance } from './performance.ts'
import type { Publisher } from './publish.ts'
import { quotesOf, quotingContracts, rateOf, type Quotes, type QuotingContracts } from './quotes.ts'
import { sumByAsset, type AssetSums } from './sums.ts'
import { figuresOf, type Figures } from './totals.ts'
import { createWants, type Wants } from './wants.ts'

/** Everything the portfolio keeps of one account between two statements of the exchange. */
export interface AccountBook {
  show(view: AccountView, change: ViewChange): void
  /** Values everything at the newest prices and sets the rows. */
  publish(now: Time, today: Time): void
  /** Stores an equity reading when the figures are live and one is due. */
  record(now: Time, today: Time): void
  transferred(): void
  concerns(instrument: InstrumentId): boolean
  part(): Part
  readonly state: AccountState | null
  close(): void
}

export interface BookPorts {
  readonly market: MarketView
  readonly store: Store
  readonly publisher: Publisher
  readonly deviates: (account: AccountId, deviations: readonly Deviation[]) => void
}

interface Book {
  readonly ports: BookPorts
  readonly origins: Origins
  readonly wants: Wants
  readonly equity: EquityRecord
  view: AccountView
  holdings: Holdings
  sums: ReadonlyMap<string, AssetSums>
  contracts: QuotingContracts
  anchor: Anchor | null
  total: TotalRow | null
  performance: Performance
}

export function createAccountBook(ports: BookPorts, first: AccountView): AccountBook {
  const book: Book = {
    ports,
    origins: createOrigins(),
    wants: createWants(ports.market),
    equity: createEquityRecord(ports.store, first.account),
    view: first,
    holdings: new Map(),
    sums: new Map(),
    contracts: new Map(),
    anchor: null,
    total: null,
    performance: UNKNOWN_PERFORMANCE,
  }
  return {
    show: (view, change) => show(book, view, change),
    publish: (now, today) => publish(book, now, today),
    record: (now, today) => record(book, now, today),
    transferred: () => book.equity.forget(),
    concerns: (instrument) => book.wants.has(instrument),
    part: () => partOf(book),
    get state() {
      return book.view.state
    },
    close: () => {
      book.wants.follow(new Set())
      ports.publisher.clear()
    },
  }
}

function show(book: Book, view: AccountView, change: ViewChange): void {
  const before = book.view.state
  book.view = view
  if (view.state === null || change.kind === 'standing') return
  if (change.kind === 'snapshot') compareWith(book, before, change.snapshot)
  const isWhole = change.kind === 'snapshot'
  revalue(book, view.state)
  book.contracts = quotingContracts(view.state, book.sums.keys(), book.ports.market, view.market)
  book.anchor = anchorTotals(book.anchor, isWhole ? null : before, view.state, book.sums)
  const origin = { heardAt: change.heardAt, source: isWhole ? 'rest' : 'stream' } as const
  book.origins.stamp(view.state, origin, isWhole ? 'all' : 'new')
  book.wants.follow(new Set([...instrumentsOf(view.state), ...book.contracts.values()]))
}

function revalue(book: Book, state: AccountState): void {
  const holdings = holdingsOf(state, book.ports.market, book.holdings)
  if (holdings === book.holdings) return
  book.holdings = holdings
  book.sums = sumByAsset(holdings)
}

function compareWith(book: Book, before: AccountState | null, snapshot: AccountSnapshot): void {
  const carried = before === null || book.total?.freshness !== 'live' ? null : figuresNow(book, before)
  const ofEquity = carried === null ? [] : equityDeviation(carried, snapshot)
  const ofPositions = positionDeviations(snapshot.positions, book.ports.market)
  book.ports.deviates(book.view.account, [...ofPositions, ...ofEquity])
}

function figuresNow(book: Book, state: AccountState): Figures | null {
  revalue(book, state)
  return book.anchor === null ? null : figuresOf(state, book.sums, book.anchor, quotesNow(book))
}

function quotesNow({ contracts, ports }: Book): Quotes {
  return quotesOf(contracts, ports.market)
}

function publish(book: Book, now: Time, today: Time): void {
  const { view } = book
  const figures = view.state === null ? null : figuresNow(book, view.state)
  if (view.state === null || figures === null) return
  const quotes = quotesNow(book)
  const reading = readingOf(view.state, quotes, figures, now)
  book.performance = reading === null ? UNKNOWN_PERFORMANCE : book.equity.performance(reading, today)
  const { holdings, sums, performance, origins } = book
  book.total = book.ports.publisher.publish({
    view,
    state: view.state,
    holdings,
    sums,
    quotes,
    figures,
    performance,
    origins,
    now,
  })
}

function record(book: Book, now: Time, today: Time): void {
  const { view, total, equity } = book
  if (view.state === null || total === null || total.freshness !== 'live') return
  const reading = readingOf(view.state, quotesNow(book), total, now)
  if (reading !== null) equity.take(reading, today)
}

function partOf({ view, total, performance }: Book): Part {
  return { label: view.label, freshness: total?.freshness ?? view.freshness, total, performance }
}

function readingOf(
  state: AccountState,
  quotes: Quotes,
  { equity, currency }: Pick<Figures, 'equity' | 'currency'>,
  at: Time,
): EquityNow | null {
  return equity === null ? null : { at, equity, currency, rateOf: (asset) => rateOf(state, quotes, asset) }
}
