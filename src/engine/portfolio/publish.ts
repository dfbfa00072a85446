import type { BalanceRow, OrderRow, PositionRow, TotalRow } from '../../shared/account-rows.ts'
import { ZERO } from '../../shared/decimal.ts'
import type { Freshness } from '../../shared/fields.ts'
import { symbolOf, type AccountId, type Time } from '../../shared/ids.ts'
import type { AccountState, Balance, Order } from '../account/event.ts'
import type { MarketView } from '../account/market-view.ts'
import type { AccountView } from '../account/view.ts'
import { leastFresh } from '../session/freshness.ts'
import type { EngineState } from '../state.ts'
import { markFreshness } from './freshness.ts'
import type { Holding, Holdings } from './holdings.ts'
import { marginRatio } from './margin-ratio.ts'
import { createMemo, type Memo } from './memo.ts'
import type { Origins } from './origins.ts'
import { createOwnRows } from './own-rows.ts'
import type { Performance } from './performance.ts'
import { balanceRow, orderRow, positionRow, totalRow } from './rows.ts'
import { rateOf, type Quotes } from './quotes.ts'
import { unlisted, type AssetSums } from './sums.ts'
import type { Figures } from './totals.ts'

/** Everything that one account's rows are made of. */
export interface Valued {
  readonly view: AccountView
  readonly state: AccountState
  readonly holdings: Holdings
  readonly sums: ReadonlyMap<string, AssetSums>
  readonly quotes: Quotes
  readonly figures: Figures
  readonly performance: Performance
  readonly origins: Origins
  readonly now: Time
}

/** Sets one account's rows in the tables. */
export interface Publisher {
  publish(valued: Valued): TotalRow
  clear(): void
}

export interface PublishTerms {
  readonly market: MarketView
  readonly markStaleAfterMs: number
}

interface Memos {
  readonly positions: Memo<Holding, PositionRow>
  readonly balances: Memo<Balance, BalanceRow>
  readonly orders: Memo<Order, OrderRow>
}

/** How fresh each price is that figures lean on: marks by position, rates of the market by asset. */
interface PriceFreshness {
  readonly marks: ReadonlyMap<Holding, Freshness>
  readonly quotes: ReadonlyMap<string, Freshness>
}

export function createPublisher(tables: EngineState, account: AccountId, terms: PublishTerms): Publisher {
  const memos: Memos = { positions: createMemo(), balances: createMemo(), orders: createMemo() }
  const own = {
    positions: createOwnRows(tables.positions),
    balances: createOwnRows(tables.balances),
    orders: createOwnRows(tables.orders),
    totals: createOwnRows(tables.totals),
  }
  return {
    publish: (valued) => {
      const prices = freshnessOfPrices(valued, terms)
      const total = totalOf(valued, prices)
      own.positions.replace(positionRows(valued, prices, memos))
      own.balances.replace(balanceRows(valued, prices, memos))
      own.orders.replace(orderRows(valued, terms.market, memos))
      own.totals.replace(new Map([[account, total]]))
      return total
    },
    clear: () => {
      for (const rows of Object.values(own)) rows.replace(new Map())
    },
  }
}

function freshnessOfPrices({ holdings, quotes, now }: Valued, { markStaleAfterMs }: PublishTerms): PriceFreshness {
  const of = ({ price }: Pick<Holding, 'price'>): Freshness => markFreshness(price, now, markStaleAfterMs)
  return {
    marks: new Map([...holdings.values()].map((holding) => [holding, of(holding)])),
    quotes: new Map([...quotes].map(([asset, quote]) => [asset, of(quote)])),
  }
}

function positionRows({ view, holdings, origins }: Valued, { marks }: PriceFreshness, memos: Memos) {
  const rows = new Map<string, PositionRow>()
  for (const [key, holding] of holdings) {
    const origin = origins.of(holding.position)
    const mark = marks.get(holding) ?? 'stale'
    const make = (): PositionRow => positionRow(view, holding, origin, mark)
    rows.set(`${view.account} ${key}`, memos.positions.of(holding, [view.freshness, origin, mark], make))
  }
  return rows
}

/** An asset's equity is as fresh as the least fresh mark price in it, its value also as the rate it is quoted at. */
function balanceRows({ view, state, sums, quotes, origins }: Valued, prices: PriceFreshness, memos: Memos) {
  const rows = new Map<string, BalanceRow>()
  for (const balance of state.balances.values()) {
    const { asset } = balance
    const freshness = leastFresh([view.freshness, ...freshnessWithin(prices, asset)])
    const pnl = sums.has(asset) ? (sums.get(asset)?.pnl ?? null) : ZERO
    const rate = rateOf(state, quotes, asset)
    const origin = origins.of(balance)
    const make = (): BalanceRow => balanceRow({ ...view, freshness }, balance, origin, { pnl, rate })
    rows.set(`${view.account} ${asset}`, memos.balances.of(balance, [freshness, pnl, rate, origin], make))
  }
  return rows
}

function freshnessWithin({ marks, quotes }: PriceFreshness, asset: string): readonly Freshness[] {
  const quote = quotes.get(asset)
  const within = [...marks].flatMap(([{ instrument }, mark]) => (instrument?.settle === asset ? [mark] : []))
  return quote === undefined ? within : [...within, quote]
}

function orderRows({ view, state, origins }: Valued, market: MarketView, memos: Memos) {
  const rows = new Map<string, OrderRow>()
  for (const order of state.orders.values()) {
    if ('gone' in order) continue
    const symbol = market.instrument(order.instrument)?.symbol ?? symbolOf(order.instrument)
    const origin = origins.of(order)
    const make = (): OrderRow => orderRow(view, order, symbol, origin)
    rows.set(`${view.account} ${order.order}`, memos.orders.of(order, [view.freshness, symbol, origin], make))
  }
  return rows
}

function totalOf(valued: Valued, { marks, quotes }: PriceFreshness): TotalRow {
  const { view, state, holdings, figures, performance, origins } = valued
  const held = [...holdings.values()]
  const prices = [...held, ...valued.quotes.values()].flatMap(({ price }) => price ?? [])
  const freshness = leastFresh([view.freshness, ...marks.values(), ...quotes.values()])
  const unknown = unlisted(holdings).map(({ position }) => symbolOf(position.instrument))
  const ratio = { marginRatio: marginRatio(valued) }
  return totalRow({ account: view.account, freshness }, { ...figures, ...ratio }, performance, {
    positions: held.length,
    leftOut: [...figures.leftOut, ...unknown].slice(0, 64),
    at: Math.max(
      state.totals.recency.at,
      ...held.map(({ value }) => value.markAt ?? 0),
      ...prices.map(({ markAt }) => markAt),
    ),
    heardAt: Math.max(origins.of(state.totals).heardAt, ...prices.map(({ markHeardAt }) => markHeardAt)),
  })
}
