import type { AccountModes, AccountSnapshot, MarginMode, Order, Position } from '../../engine/account/event.ts'
import { slotKey } from '../../engine/account/event.ts'
import type { MarketId, Time } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { read, readAll, unreadable } from './failures.ts'
import { orderOf } from './normalise-order.ts'
import { positionOf, type PositionSetting } from './normalise-position.ts'
import { balanceOf, isUnified, totalsOf } from './normalise-wallet.ts'
import { identityOf } from './identity.ts'
import type { Report } from './pages.ts'
import { orderRow, positionRow, walletRow, type WalletRow } from './wire-private.ts'
import { accountInfo } from './wire-rest.ts'

/** Everything a snapshot is made of, read and not yet checked. */
export interface AccountReports {
  readonly wallet: Report | undefined
  readonly info: Report | undefined
  readonly key: Report | undefined
  readonly positions: readonly Report[]
  readonly orders: readonly Report[]
}

/**
 * A snapshot of all reports or a failure. Its moment is that of its oldest part, so that nothing which happened while
 * it was being read is taken for older.
 */
export function assemble(reports: AccountReports, market: MarketId): Result<AccountSnapshot> {
  const at = oldest(reports)
  if (at === null) return fail(unreadable('time'))
  const wallet = readWallet(reports.wallet)
  if (!wallet.ok) return wallet
  const marginMode = readMarginMode(reports.info)
  if (!marginMode.ok) return marginMode
  const positions = readPositions(reports.positions, { market, marginMode: marginMode.value, toldAt: at })
  if (!positions.ok) return positions
  const orders = readOrders(reports.orders, market)
  if (!orders.ok) return orders
  const modes = modesOf(marginMode.value, positions.value, orders.value)
  return ok({
    at,
    modes,
    ...moneyOf(wallet.value, reports.wallet?.at ?? at),
    positions: positions.value,
    orders: orders.value,
    identity: identityOf(reports.key),
  })
}

function moneyOf(wallet: WalletRow, at: Time): Pick<AccountSnapshot, 'totals' | 'balances'> {
  return { totals: totalsOf(wallet, at), balances: wallet.coin.map((coin) => balanceOf(coin, at)) }
}

/** An answer without a wallet is no proof of an empty account. */
function readWallet(report: Report | undefined): Result<WalletRow> {
  const rows = readAll(walletRow, report?.rows ?? [], 'wallet')
  if (!rows.ok) return rows
  const unified = rows.value.find(isUnified)
  return unified === undefined ? fail(unreadable('wallet')) : ok(unified)
}

const marginModes: ReadonlyMap<unknown, MarginMode> = new Map([
  ['ISOLATED_MARGIN', 'isolated'],
  ['REGULAR_MARGIN', 'cross'],
  ['PORTFOLIO_MARGIN', 'portfolio'],
])

function readMarginMode(report: Report | undefined): Result<MarginMode> {
  const [row] = report?.rows ?? []
  if (row === undefined) return ok('cross')
  const info = read(accountInfo, row, '/v5/account/info')
  return info.ok ? ok(marginModes.get(info.value.marginMode) ?? 'cross') : info
}

function readPositions(reports: readonly Report[], setting: PositionSetting): Result<readonly Position[]> {
  const checked = readAll(positionRow, rowsOf(reports), 'position')
  if (!checked.ok) return checked
  const bySlot = new Map<string, Position>()
  for (const row of checked.value) {
    const position = positionOf(row, setting)
    if (!position.ok) return position
    if (position.value.size !== null)
      bySlot.set(slotKey(position.value.instrument, position.value.slot), position.value)
  }
  return ok([...bySlot.values()])
}

function readOrders(reports: readonly Report[], market: MarketId): Result<readonly Order[]> {
  const checked = readAll(orderRow, rowsOf(reports), 'order')
  if (!checked.ok) return checked
  const byId = new Map<string, Order>()
  for (const row of checked.value) {
    const order = orderOf(row, market)
    if (!('gone' in order)) byId.set(order.order, order)
  }
  return ok([...byId.values()])
}

/** Nobody says the position mode outright; the slots in use tell it. */
function modesOf(marginMode: MarginMode, positions: readonly Position[], orders: readonly Order[]): AccountModes {
  const slots = [...positions, ...orders].map(({ slot }) => slot)
  const oneWay = slots.includes('one-way')
  const hedged = slots.some((slot) => slot !== 'one-way')
  return {
    positionMode: hedged ? (oneWay ? 'mixed' : 'hedge') : 'one-way',
    marginMode,
    sharedCollateral: marginMode !== 'isolated',
  }
}

function oldest({ wallet, info, positions, orders }: AccountReports): Time | null {
  const times = [wallet, info, ...positions, ...orders].map((report) => report?.at ?? null).filter((at) => at !== null)
  return times.length === 0 ? null : Math.min(...times)
}

function rowsOf(reports: readonly Report[]): readonly unknown[] {
  return reports.flatMap(({ rows }) => rows)
}
