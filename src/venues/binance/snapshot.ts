import type { AccountSnapshot } from '../../engine/account/event.ts'
import type { Plan, ReadOutcome } from '../../engine/ports/plan.ts'
import type { MarketId, Time } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { contradictionIn } from './contradiction.ts'
import { accept, ask, together } from './decode.ts'
import { unreadable } from './failure.ts'
import { balancesOf, totalsOf, type Pool } from './normalise-balance.ts'
import { ordersOf } from './normalise-order.ts'
import { positionsOf } from './normalise-position.ts'
import { publicRead, signedRead } from './reads.ts'
import { serverTimePlan } from './server-time.ts'
import {
  accountConfig,
  accountReport,
  assetIndexes,
  balanceReports,
  positionReports,
  symbolConfigs,
} from './wire-account.ts'
import { openAlgoOrders, openOrders } from './wire-orders.ts'

const reads = [
  signedRead('/fapi/v1/accountConfig', 5),
  signedRead('/fapi/v3/account', 5),
  signedRead('/fapi/v3/balance', 5),
  signedRead('/fapi/v3/positionRisk', 5),
  signedRead('/fapi/v1/symbolConfig', 5),
  signedRead('/fapi/v1/openOrders', 40),
  signedRead('/fapi/v1/openAlgoOrders', 40),
] as const

/** The whole account. The exchange's time is asked first: whatever happens after it is in the reports or in the stream. */
export function* snapshotPlan(market: MarketId): Plan<AccountSnapshot> {
  const time = yield* serverTimePlan()
  if (!time.ok) return time
  const reports = yield* reportsPlan()
  if (!reports.ok) return reports
  const pool = yield* poolPlan(reports.value.config.multiAssetsMargin)
  if (!pool.ok) return pool
  return ok(snapshotOf(reports.value, pool.value, market, time.value))
}

/** Reports that contradict each other are read once more: a trade may have come between two of them. */
function* reportsPlan(): Plan<Reports> {
  const first = acceptReports(yield reads)
  if (!first.ok || contradictionIn(first.value) === null) return first
  const second = acceptReports(yield reads)
  const contradiction = second.ok ? contradictionIn(second.value) : null
  return contradiction === null ? second : fail(unreadable(contradiction))
}

/** Rates of collateral are asked for only where collateral is shared. */
function* poolPlan(shared: boolean): Plan<Pool> {
  if (!shared) return ok({ kind: 'single' })
  const indexes = yield* ask(publicRead('/fapi/v1/assetIndex', 10), assetIndexes)
  return indexes.ok ? ok({ kind: 'shared', indexes: indexes.value }) : indexes
}

type Reports = ReturnType<typeof acceptReports> extends Result<infer Value> ? Value : never

function acceptReports(outcomes: readonly ReadOutcome[]) {
  const [config, account, balances, positions, symbols, orders, algos] = outcomes
  return together({
    config: accept(config, accountConfig, 'accountConfig'),
    account: accept(account, accountReport, 'account'),
    balances: accept(balances, balanceReports, 'balance'),
    positions: accept(positions, positionReports, 'positionRisk'),
    symbols: accept(symbols, symbolConfigs, 'symbolConfig'),
    orders: accept(orders, openOrders, 'openOrders'),
    algos: accept(algos, openAlgoOrders, 'openAlgoOrders'),
  })
}

function snapshotOf(reports: Reports, pool: Pool, market: MarketId, at: Time): AccountSnapshot {
  const { config } = reports
  return {
    at,
    modes: {
      positionMode: config.dualSidePosition ? 'hedge' : 'one-way',
      marginMode: config.multiAssetsMargin ? 'cross' : 'per-position',
      sharedCollateral: config.multiAssetsMargin,
    },
    totals: totalsOf(reports.account, pool, at),
    balances: balancesOf(reports.account.assets, pool),
    positions: positionsOf(reports.positions, reports.symbols, config, market),
    orders: ordersOf(reports.orders, reports.algos, market),
    identity: reports.balances.find(({ accountAlias }) => accountAlias !== '')?.accountAlias ?? null,
  }
}
