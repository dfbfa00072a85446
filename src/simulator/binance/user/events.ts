import { assertNever } from '../../../shared/result.ts'
import { approximate, equals, sign } from '../../../shared/decimal.ts'
import { settingsOf } from '../../ledger/defaults.ts'
import type { Change } from '../../ledger/change.ts'
import type { Fill } from '../../ledger/fill.ts'
import type { Order } from '../../ledger/order.ts'
import type { Market } from '../../market/market.ts'
import { symbolOf } from '../names.ts'
import { isInBook } from '../order-status.ts'
import { accountUpdate } from './account-update.ts'
import { algoUpdate } from './algo-update.ts'
import { bornUpdate, fillUpdate, orderUpdate, tradeLite } from './order-update.ts'
import type { UserEvent } from './user-event.ts'

/** What the user data stream says about one change of an account, in the venue's order. */
export function eventsOf(change: Change, market: Market): readonly UserEvent[] {
  switch (change.reason) {
    case 'order':
      return change.orders.flatMap((order) => orderEvents(order, change, market))
    case 'fill':
    case 'liquidation':
      return fillEvents(change, market)
    case 'funding':
      return [accountUpdate(change, market, 'FUNDING_FEE', isolatedOnly(change))]
    case 'transfer':
      return [accountUpdate(change, market, movedIn(change) ? 'DEPOSIT' : 'WITHDRAW', [])]
    case 'insurance':
      return [accountUpdate(change, market, 'INSURANCE_CLEAR', change.positions)]
    case 'margin-mode':
      return [accountUpdate(change, market, 'MARGIN_TYPE_CHANGE', onContract(change))]
    case 'leverage':
      return leverageEvents(change, market)
    case 'assets-mode':
      return [configUpdate(change, { ai: { j: change.account.state().modes.assets === 'multi' } })]
    case 'position-mode':
    case 'fees-mode':
    case 'account-kind':
      // The venue has no event for these: who wants to know must ask.
      return []
    default:
      return assertNever(change.reason)
  }
}

/** Observed for one taker fill, all with the same times: notice, order, account, fill. */
function fillEvents(change: Change, market: Market): readonly UserEvent[] {
  const contractOf = (fill: Fill) => market.contract(fill.contract)
  const born = change.fills.filter(isBorn)
  const filled = new Set(change.fills.map((fill) => fill.order.number))
  const others = change.orders.filter((order) => !filled.has(order.number))
  return [
    ...change.fills.filter(isTrade).map((fill) => tradeLite(fill, contractOf(fill))),
    ...born.map((fill) => bornUpdate(fill.order, contractOf(fill), fill.at)),
    accountUpdate(change, market, 'ORDER', change.positions),
    ...change.fills.map((fill) => fillUpdate(fill, contractOf(fill))),
    ...change.fills.filter(isConditional).map((fill) => algoUpdate(fill.order, contractOf(fill), fill.at)),
    ...others.flatMap((order) => orderEvents(order, change, market)),
  ]
}

function orderEvents(order: Order, change: Change, market: Market): readonly UserEvent[] {
  const contract = market.contract(order.contract)
  const algo = order.trigger === null ? [] : [algoUpdate(order, contract, change.at)]
  switch (order.status) {
    case 'new':
      return [...algo, orderUpdate(order, contract, 'NEW', change.at)]
    case 'cancelled':
      return isInBook(order) ? [orderUpdate(order, contract, 'CANCELED', change.at)] : algo
    case 'rejected':
    case 'deactivated':
      return isInBook(order) ? [orderUpdate(order, contract, 'EXPIRED', change.at)] : algo
    case 'untriggered':
    case 'triggered':
    case 'partly-filled':
    case 'filled':
      return algo
    default:
      return assertNever(order.status)
  }
}

function onContract({ account, contract }: Change) {
  return [...account.state().positions.values()].filter((position) => position.contract === contract)
}

/** Settlement of funding names the position only where it is isolated. */
function isolatedOnly(change: Change) {
  return change.positions.filter((position) => position.margin === 'isolated')
}

function leverageEvents(change: Change, market: Market): readonly UserEvent[] {
  if (change.contract === null) return []
  const { leverage } = settingsOf(change.account, change.account.state(), change.contract)
  return [configUpdate(change, { ac: { s: symbolOf(market.contract(change.contract)), l: approximate(leverage) } })]
}

function configUpdate(change: Change, what: object): UserEvent {
  return { e: 'ACCOUNT_CONFIG_UPDATE', E: change.at + 1, T: change.at, ...what }
}

function movedIn({ wallets }: Change): boolean {
  return wallets.every((wallet) => sign(wallet.change) >= 0)
}

function isTrade(fill: Fill): boolean {
  return fill.cause === 'trade'
}

/** Filled in the moment it appeared in the book, so that nobody has been told of it yet. */
function isBorn({ order, quantity, at }: Fill): boolean {
  return equals(order.filled, quantity) && (order.trigger !== null || order.createdAt === at)
}

function isConditional(fill: Fill): boolean {
  return fill.order.trigger !== null
}
