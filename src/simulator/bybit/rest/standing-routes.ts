import { isZero } from '../../../shared/decimal.ts'
import { accountFigures } from '../../ledger/figures.ts'
import { freshPosition, settingsOf } from '../../ledger/defaults.ts'
import type { Order, Slot } from '../../ledger/order.ts'
import { positionKey, type Position } from '../../ledger/position.ts'
import type { Contract } from '../../market/contract.ts'
import { categoryOf, symbolOf, uuidOf } from '../names.ts'
import { restOrder } from '../rows/order-row.ts'
import { restPosition } from '../rows/position-row.ts'
import { filledCoins, walletRow } from '../rows/wallet-row.ts'
import { page } from './page.ts'
import { error, result, type Reply, type SignedAsk } from './reply.ts'

/** `/v5/account/wallet-balance`. */
export function walletBalance({ world, account, query, now }: SignedAsk): Reply {
  if (query.accountType !== 'UNIFIED') return error(10001, 'accountType only support UNIFIED.')
  const figures = accountFigures(account, world.market, now)
  const coins = query.coin?.split(',') ?? filledCoins(figures)
  return result({ list: [walletRow(account, figures, coins)] })
}

/** `/v5/position/list`: with a symbol also empty rows, without only open ones. */
export function positions(ask: SignedAsk): Reply {
  const refused = checkScope(ask)
  if (refused !== null) return refused
  const { world, account, query, now } = ask
  const figures = accountFigures(account, world.market, now)
  const rows = positionsAsked(ask).map((position) => {
    const contract = world.market.contract(position.contract)
    const key = positionKey(contract.id, position.slot)
    const view = { world, account, contract, position, figures: figures.positions.get(key) ?? null, now }
    return { key: `${symbolOf(contract)},${position.slot}`, row: restPosition(view) }
  })
  const paged = page(rows, query, { usual: 20, most: 200 })
  if (paged.kind === 'refused') return paged.reply
  return result({ list: paged.list, nextPageCursor: paged.nextPageCursor, category: query.category })
}

/** Closed orders are told besides, these many. */
const MOST_CLOSED = 500

/** `/v5/order/realtime`, newest first. */
export function orders(ask: SignedAsk): Reply {
  const refused = checkScope(ask)
  if (refused !== null) return refused
  const { world, account, query } = ask
  const listed =
    query.openOnly === '1' ? account.history().orders.slice(-MOST_CLOSED) : [...account.state().orders.values()]
  const mine = listed.filter((order) => {
    return inScope(ask, world.market.contract(order.contract)) && orderWanted(ask, order)
  })
  const rows = mine.toReversed().map((order) => {
    return { key: String(order.number), row: restOrder(account, world.market.contract(order.contract), order) }
  })
  const paged = page(rows, query, { usual: 20, most: 50 })
  if (paged.kind === 'refused') return paged.reply
  return result({ list: paged.list, nextPageCursor: paged.nextPageCursor, category: query.category })
}

export function orderWanted({ account, query }: SignedAsk, order: Order): boolean {
  if (query.orderId !== undefined) return uuidOf('order', account, order.number) === query.orderId
  if (query.orderLinkId !== undefined) return order.clientId === query.orderLinkId
  if (query.orderFilter === 'Order') return order.trigger === null
  if (query.orderFilter === 'StopOrder') return order.trigger !== null
  return true
}

/** Linear lists want a symbol or a settle coin; without it positions and orders are not told. */
function checkScope({ world, query }: SignedAsk): Reply | null {
  const { category, symbol, settleCoin, baseCoin } = query
  if (category === undefined) return error(10001, 'params error: category is required')
  if (!['linear', 'inverse', 'option', 'spot'].includes(category)) return error(10001, 'Illegal category')
  if (category === 'linear' && symbol === undefined && settleCoin === undefined && baseCoin === undefined) {
    return error(10001, 'Missing some parameters that must be filled in, symbol or settleCoin or baseCoin')
  }
  if (symbol !== undefined && world.market.find('bybit', symbol) === null) {
    return error(10001, `params error: symbol invalid ${symbol}`)
  }
  return null
}

/** A symbol wins over a settle coin. */
export function inScope({ query }: Pick<SignedAsk, 'query'>, contract: Contract): boolean {
  if (categoryOf(contract) !== query.category) return false
  if (query.symbol !== undefined) return symbolOf(contract) === query.symbol
  if (query.baseCoin !== undefined && contract.base !== query.baseCoin) return false
  return query.settleCoin === undefined || contract.settle === query.settleCoin
}

function positionsAsked(ask: SignedAsk): readonly Position[] {
  const { world, account, query, now } = ask
  const state = account.state()
  const known = [...state.positions.values()].filter((each) => inScope(ask, world.market.contract(each.contract)))
  if (query.symbol === undefined) return known.filter(({ quantity }) => !isZero(quantity))
  const contract = world.market.find('bybit', query.symbol)
  if (contract === null || !inScope(ask, contract)) return []
  const slots: readonly Slot[] = state.modes.positions === 'hedge' ? ['long', 'short'] : ['one-way']
  const { margin } = settingsOf(account, state, contract.id)
  return slots.map(
    (slot) => state.positions.get(positionKey(contract.id, slot)) ?? freshPosition(contract.id, slot, margin, now),
  )
}
