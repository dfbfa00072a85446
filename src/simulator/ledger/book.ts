import { add, decimal, isZero, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { VenueName } from '../market/contract.ts'
import type { Account, AccountHistory, AccountModes, AccountState } from './account.ts'
import type { Change, ChangeReason } from './change.ts'
import type { WalletEntry } from './fill.ts'
import { isOpen, type Order } from './order.ts'
import type { Outcome } from './outcome.ts'

/** History longer than this loses its oldest part, so that months of demo do not fill the memory. */
const KEPT = 10_000
/** Numbers count from here, two for each millisecond, so that a new start never repeats those of an earlier one. */
const NUMBERS_FROM = 1_600_000_000_000

export interface AccountOpening {
  readonly id: string
  readonly venue: VenueName
  readonly user: number
  readonly modes: AccountModes
}

/** One account with the pen that writes it. */
export interface Book {
  readonly account: Account
  number(at: Time): number
  /** Replaces the state, writes the history and says what changed. */
  write(reason: ChangeReason, contract: string | null, at: Time, outcome: Outcome): Change
}

const RATES: Readonly<Record<VenueName, { readonly taker: Decimal; readonly maker: Decimal }>> = {
  bybit: { taker: decimal('0.00055'), maker: decimal('0.0002') },
  binance: { taker: decimal('0.0005'), maker: decimal('0.0002') },
}

export function openBook(opening: AccountOpening): Book {
  let state = emptyState(opening.modes)
  let last = 0
  const history = { fills: [], funding: [], closed: [], entries: [], orders: [] } satisfies AccountHistory
  const account: Account = {
    id: opening.id,
    venue: opening.venue,
    user: opening.user,
    takerRate: RATES[opening.venue].taker,
    makerRate: RATES[opening.venue].maker,
    state: () => state,
    history: () => history,
  }
  return {
    account,
    number: (at) => (last = Math.max(last + 1, (at - NUMBERS_FROM) * 2)),
    write: (reason, contract, at, outcome) => {
      state = outcome.state
      record(history, outcome)
      return changeOf(account, reason, contract, at, outcome)
    },
  }
}

function emptyState(modes: AccountModes): AccountState {
  return {
    modes,
    wallets: new Map(),
    positions: new Map(),
    orders: new Map(),
    settings: new Map(),
    walletTimes: new Map(),
  }
}

type Writable = { [List in keyof AccountHistory]: AccountHistory[List][number][] }

function record(history: Writable, outcome: Outcome): void {
  append(history.fills, outcome.fills, KEPT)
  append(history.funding, outcome.funding, KEPT)
  append(history.closed, outcome.closed, KEPT)
  append(history.entries, outcome.entries, KEPT)
  append(history.orders, finished(outcome.orders), KEPT)
}

function append<T>(list: T[], more: readonly T[], kept: number): void {
  list.push(...more)
  if (list.length > kept) list.splice(0, list.length - Math.floor(kept * 0.9))
}

function finished(orders: readonly Order[]): readonly Order[] {
  return orders.filter((order) => !isOpen(order) && order.status !== 'triggered')
}

function changeOf(
  account: Account,
  reason: ChangeReason,
  contract: string | null,
  at: Time,
  { orders, fills, funding, positions, entries }: Outcome,
): Change {
  return { account, reason, at, contract, orders, fills, funding, positions, wallets: movements(entries) }
}

function movements(entries: readonly WalletEntry[]): Change['wallets'] {
  const assets = [...new Set(entries.map((entry) => entry.asset))]
  return assets.map((asset) => {
    const mine = entries.filter((entry) => entry.asset === asset)
    const change = total(mine)
    const other = total(mine.filter(({ cause }) => cause.kind !== 'trade' && cause.kind !== 'fee'))
    return { asset, change, balance: mine.at(-1)?.balance ?? ZERO, otherChange: isZero(other) ? ZERO : other }
  })
}

function total(entries: readonly WalletEntry[]): Decimal {
  return trim(entries.reduce((sum, entry) => add(sum, entry.change), ZERO))
}
