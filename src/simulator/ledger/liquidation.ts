import { abs, add, compare, negate, sign, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Book } from './book.ts'
import { applyFill } from './apply-fill.ts'
import { measure } from './figures.ts'
import { orderOf } from './new-order.ts'
import type { OrderWish } from './order.ts'
import { poolOf, type Sized } from './pool.ts'
import type { Position } from './position.ts'
import { refuse } from './problems.ts'
import { cancel, momentOf, write, type Desk } from './trading.ts'
import { credit } from './wallet.ts'

/** Takes away every position whose margin no longer covers its maintenance, the largest first. */
export function liquidateUnsafe(desk: Desk, book: Book, at: Time): void {
  // Each pass closes one position, so there are never more passes than positions.
  for (let left = book.account.state().positions.size; left > 0; left--) {
    const unsafe = mostUnsafe(desk, book, at)
    if (unsafe === null) return
    takeOver(desk, book, unsafe, at)
  }
}

/** By hand: every position on a contract is taken over now. */
export function liquidate(desk: Desk, book: Book, contract: string, at: Time): Result<null> {
  const open = [...book.account.state().positions.values()].filter((position) => {
    return position.contract === contract && sign(position.quantity) !== 0
  })
  if (open.length === 0) return refuse('simulator.nothing-to-close', { symbol: contract })
  for (const position of open) takeOver(desk, book, position, at)
  return ok(null)
}

function mostUnsafe(desk: Desk, book: Book, at: Time): Position | null {
  if (![...book.account.state().positions.values()].some((position) => sign(position.quantity) !== 0)) return null
  const { sized, sums } = measure(book.account, desk.market, at)
  const unsafe = sized.filter((each) => {
    const pool = poolOf(book.account, sums, sized, each.exposure.contract.settle)
    return each.exposure.position.margin === 'isolated'
      ? compare(isolatedBalance(each), each.figures.maintenanceMargin) <= 0
      : compare(pool.balance, pool.maintenance) <= 0
  })
  const worst = unsafe.toSorted((a, b) => compare(b.figures.maintenanceMargin, a.figures.maintenanceMargin))[0]
  return worst?.exposure.position ?? null
}

function isolatedBalance({ exposure, figures }: Sized): Decimal {
  return add(exposure.position.isolatedWallet, figures.unrealised)
}

function takeOver(desk: Desk, book: Book, position: Position, at: Time): void {
  for (const order of book.account.state().orders.values()) {
    if (order.contract === position.contract) cancel(desk, book, order.number, at)
  }
  const moment = momentOf(desk, book, position.contract, at)
  const order = orderOf(closing(position), moment, 'liquidation')
  const execution = { price: moment.quote.mark, quantity: order.quantity, liquidity: 'taker' } as const
  write(desk, book, 'liquidation', moment, applyFill(book.account.state(), order, execution, moment))
  insure(desk, book, position.contract, at)
}

function closing({ contract, slot, quantity }: Position): OrderWish {
  return {
    contract,
    slot,
    side: sign(quantity) > 0 ? 'sell' : 'buy',
    quantity: abs(quantity),
    price: null,
    trigger: null,
    timeInForce: 'IOC',
    reduceOnly: true,
    closePosition: false,
    clientId: '',
  }
}

/** What a liquidation lost beyond the wallet, the insurance fund makes up. */
function insure(desk: Desk, book: Book, contract: string, at: Time): void {
  const moment = momentOf(desk, book, contract, at)
  const asset = moment.contract.settle
  const state = book.account.state()
  const balance = state.wallets.get(asset)
  const held = [...state.positions.values()].some((position) => sign(position.quantity) !== 0)
  if (balance === undefined || sign(balance) >= 0 || held) return
  const cause = { kind: 'insurance', contract } as const
  write(desk, book, 'insurance', moment, credit(state, { asset, change: negate(balance), cause }, book.number(at), at))
}
