import { slotKey, type AccountSnapshot, type AccountState } from '../../../engine/account/event.ts'
import type { Instruments } from '../../../engine/market/instrument.ts'
import type { PrivateContext } from '../../../engine/ports/feed.ts'
import type { MarketContext } from '../../../engine/ports/venue.ts'
import { marketId } from '../../../shared/ids.ts'
import info from '../fixtures/exchange-info.json' with { type: 'json' }
import rest from '../fixtures/rest-account.json' with { type: 'json' }
import { instrumentsPlan } from '../instruments.ts'
import { BINANCE } from '../name.ts'
import { snapshotPlan } from '../snapshot.ts'
import { hostsOf } from '../urls.ts'
import { answering, perform, valueOf } from './perform.ts'

export const market = marketId(BINANCE, 'simulator')

const lists = { '/fapi/v1/exchangeInfo': info.exchangeInfo, '/fapi/v1/fundingInfo': info.fundingInfo }

export const instruments: Instruments = new Map(
  valueOf(perform(instrumentsPlan(market), answering(lists))).map((one) => [one.instrument, one]),
)

export const context: MarketContext = {
  market,
  environment: 'simulator',
  hosts: hostsOf('simulator', {}),
  instruments,
}

/** The reports of a whole account by path; the base is one-way, single-asset, with a long and a short. */
export const reports = {
  '/fapi/v1/time': rest.time,
  '/fapi/v1/accountConfig': rest.accountConfig,
  '/fapi/v3/account': rest.account,
  '/fapi/v3/balance': rest.balance,
  '/fapi/v3/positionRisk': rest.positionRisk,
  '/fapi/v1/symbolConfig': rest.symbolConfig,
  '/fapi/v1/openOrders': rest.openOrders,
  '/fapi/v1/openAlgoOrders': rest.openAlgoOrders,
  '/fapi/v1/assetIndex': rest.assetIndex,
}

export type Replaced = Partial<Record<keyof typeof reports, unknown>>

/** Other positions stand in both reports that tell of them. */
export function snapshotWith(replaced: Replaced = {}): AccountSnapshot {
  const positions = replaced['/fapi/v3/positionRisk'] ?? rest.positionRisk
  const bodies = { ...reports, '/fapi/v3/account': { ...rest.account, positions }, ...replaced }
  return valueOf(perform(snapshotPlan(market), answering(bodies)))
}

export function stateOf(snapshot: AccountSnapshot): AccountState {
  return {
    at: snapshot.at,
    modes: snapshot.modes,
    totals: snapshot.totals,
    balances: new Map(snapshot.balances.map((row) => [row.asset, row])),
    positions: new Map(snapshot.positions.map((row) => [slotKey(row.instrument, row.slot), row])),
    orders: new Map(snapshot.orders.map((row) => [row.order, row])),
    identity: snapshot.identity,
  }
}

export function privateContext(state: AccountState | null = stateOf(snapshotWith())): PrivateContext {
  return { instruments, state, now: 1_795_257_900_000 }
}
