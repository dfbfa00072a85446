import type { TotalRow } from '../../shared/account-rows.ts'
import type { AccountId, InstrumentId, Time } from '../../shared/ids.ts'
import type { AccountSnapshot, AccountState } from '../account/event.ts'
import type { MarketView } from '../account/market-view.ts'
import type { AccountView, ViewChange } from '../account/view.ts'
import type { Store } from '../ports/store.ts'
import { anchorTotals, type Anchor } from './anchor.ts'
import type { Part } from './all-accounts.ts'
import { equityDeviation, positionDeviations, type Deviation } from './compare.ts'
import { createEquityRecord, type EquityNow } from './equity.ts'
import { holdingsOf, type Holdings } from './holdings.ts'
import { createOrigins } from './origins.ts'
import { UNKNOWN_PERFORMANCE, type Performance } from './performance.ts'
import type { Publisher } from './publish.ts'
import { sumByAsset } from './sums.ts'
import { figuresOf, rateOf, type Figures } from './totals.ts'
import { createWants } from './wants.ts'

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
  deviates(account: AccountId, deviations: readonly Deviation[]): void
}

export function createAccountBook(ports: BookPorts, first: AccountView): AccountBook {
  const { market, publisher } = ports
  const origins = createOrigins()
  const wants = createWants(market)
  const equity = createEquityRecord(ports.store, first.account)
  const book: {
    view: AccountView
    holdings: Holdings
    anchor: Anchor | null
    total: TotalRow | null
    performance: Performance
  } = { view: first, holdings: new Map(), anchor: null, total: null, performance: UNKNOWN_PERFORMANCE }

  function show(view: AccountView, change: ViewChange): void {
    const before = book.view.state
    book.view = view
    if (view.state === null || change.kind === 'standing') return
    if (change.kind === 'snapshot') compareWith(before, change.snapshot)
    const isWhole = change.kind === 'snapshot'
    book.holdings = holdingsOf(view.state, market, book.holdings)
    book.anchor = anchorTotals(book.anchor, isWhole ? null : before, view.state, sumByAsset(book.holdings))
    const origin = { heardAt: change.heardAt, source: isWhole ? 'rest' : 'stream' } as const
    origins.stamp(view.state, origin, isWhole ? 'all' : 'new')
    wants.follow(view.state)
  }

  function compareWith(before: AccountState | null, snapshot: AccountSnapshot): void {
    const carried = before === null || book.total?.freshness !== 'live' ? null : figuresNow(before)
    const ofEquity = carried === null ? [] : equityDeviation(carried, snapshot)
    ports.deviates(book.view.account, [...positionDeviations(snapshot.positions, market), ...ofEquity])
  }

  function figuresNow(state: AccountState): Figures | null {
    book.holdings = holdingsOf(state, market, book.holdings)
    return book.anchor === null ? null : figuresOf(state, sumByAsset(book.holdings), book.anchor)
  }

  function publish(now: Time, today: Time): void {
    const { state } = book.view
    const figures = state === null ? null : figuresNow(state)
    if (state === null || figures === null) return
    const reading = readingOf(state, figures, now)
    book.performance = reading === null ? UNKNOWN_PERFORMANCE : equity.performance(reading, today)
    const { view, holdings, performance } = book
    book.total = publisher.publish({ view, state, holdings, figures, performance, origins, now })
  }

  function record(now: Time, today: Time): void {
    const { total, view } = book
    if (view.state === null || total === null || total.freshness !== 'live') return
    const reading = readingOf(view.state, total, now)
    if (reading !== null) equity.take(reading, today)
  }

  return {
    show,
    publish,
    record,
    transferred: () => equity.forget(),
    concerns: (instrument) => wants.instruments.has(instrument),
    part: () => ({
      label: book.view.label,
      freshness: book.total?.freshness ?? book.view.freshness,
      total: book.total,
      performance: book.performance,
    }),
    get state() {
      return book.view.state
    },
    close: () => {
      wants.follow(null)
      publisher.clear()
    },
  }
}

function readingOf(
  state: AccountState,
  { equity, currency }: Pick<Figures, 'equity' | 'currency'>,
  at: Time,
): EquityNow | null {
  return equity === null ? null : { at, equity, currency, rateOf: (asset) => rateOf(state, asset) }
}
