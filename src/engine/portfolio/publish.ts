import type { BalanceRow, OrderRow, PositionRow, TotalRow } from '../../shared/account-rows.ts'
import { ZERO } from '../../shared/decimal.ts'
import type { Freshness } from '../../shared/fields.ts'
import { symbolOf, type AccountId, type Time } from '../../shared/ids.ts'
import type { AccountState } from '../account/event.ts'
import type { MarketView } from '../account/market-view.ts'
import type { AccountView } from '../account/view.ts'
import { leastFresh } from '../session/freshness.ts'
import type { EngineState } from '../state.ts'
import { markFreshness } from './freshness.ts'
import type { Holding, Holdings } from './holdings.ts'
import { marginRatio } from './margin-ratio.ts'
import type { Origins } from './origins.ts'
import { createOwnRows } from './own-rows.ts'
import type { Performance } from './performance.ts'
import { balanceRow, orderRow, positionRow, totalRow, type RowContext } from './rows.ts'
import { sumByAsset, unlisted } from './sums.ts'
import { rateOf, type Figures } from './totals.ts'

/** Everything that one account's rows are made of. */
export interface Valued {
  readonly view: AccountView
  readonly state: AccountState
  readonly holdings: Holdings
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

export function createPublisher(tables: EngineState, account: AccountId, terms: PublishTerms): Publisher {
  const own = {
    positions: createOwnRows(tables.positions),
    balances: createOwnRows(tables.balances),
    orders: createOwnRows(tables.orders),
    totals: createOwnRows(tables.totals),
  }
  return {
    publish: (valued) => {
      const total = totalOf(valued, terms)
      own.positions.replace(positionRows(valued, terms))
      own.balances.replace(balanceRows(valued, terms))
      own.orders.replace(orderRows(valued, terms.market))
      own.totals.replace(new Map([[account, total]]))
      return total
    },
    clear: () => {
      for (const rows of Object.values(own)) rows.replace(new Map())
    },
  }
}

function positionRows(valued: Valued, terms: PublishTerms): ReadonlyMap<string, PositionRow> {
  const { view, holdings, origins } = valued
  const rows = new Map<string, PositionRow>()
  for (const [key, holding] of holdings) {
    const row = positionRow(view, holding, origins.of(holding.position), freshnessOf(holding, valued, terms))
    rows.set(`${view.account} ${key}`, row)
  }
  return rows
}

/** An asset's equity is as fresh as the least fresh mark price in it. */
function balanceRows(valued: Valued, terms: PublishTerms): ReadonlyMap<string, BalanceRow> {
  const { view, state, holdings, origins } = valued
  const sums = sumByAsset(holdings)
  const rows = new Map<string, BalanceRow>()
  for (const balance of state.balances.values()) {
    const within = [...holdings.values()].filter(({ instrument }) => instrument?.settle === balance.asset)
    const freshness = leastFresh([view.freshness, ...within.map((holding) => freshnessOf(holding, valued, terms))])
    const pnl = sums.has(balance.asset) ? (sums.get(balance.asset)?.pnl ?? null) : ZERO
    const live = { pnl, rate: rateOf(state, balance.asset) }
    const row = balanceRow({ ...view, freshness }, balance, origins.of(balance), live)
    rows.set(`${view.account} ${balance.asset}`, row)
  }
  return rows
}

function orderRows({ view, state, origins }: Valued, market: MarketView): ReadonlyMap<string, OrderRow> {
  const rows = new Map<string, OrderRow>()
  for (const order of state.orders.values()) {
    if ('gone' in order) continue
    const symbol = market.instrument(order.instrument)?.symbol ?? symbolOf(order.instrument)
    rows.set(`${view.account} ${order.order}`, orderRow(view, order, symbol, origins.of(order)))
  }
  return rows
}

function totalOf(valued: Valued, terms: PublishTerms): TotalRow {
  const { view, state, holdings, figures, performance, origins } = valued
  const held = [...holdings.values()]
  const freshness = leastFresh([view.freshness, ...held.map((holding) => freshnessOf(holding, valued, terms))])
  const context: RowContext = { account: view.account, freshness }
  const unknown = unlisted(holdings).map(({ position }) => symbolOf(position.instrument))
  return totalRow(context, { ...figures, marginRatio: marginRatio(state, holdings, figures) }, performance, {
    positions: held.length,
    leftOut: [...figures.leftOut, ...unknown].slice(0, 64),
    at: Math.max(state.totals.recency.at, ...held.map(({ value }) => value.markAt ?? 0)),
    heardAt: Math.max(origins.of(state.totals).heardAt, ...held.map(({ price }) => price?.markHeardAt ?? 0)),
  })
}

function freshnessOf({ price }: Holding, { now }: Valued, { markStaleAfterMs }: PublishTerms): Freshness {
  return markFreshness(price, now, markStaleAfterMs)
}
