import type { Result } from '../../shared/result.ts'
import type { Do } from './commands.ts'
import { onAccount, onBoth, type Desks } from './desks.ts'

/** A market order, filled at once at the market's price or the given one. Answers the order's number. */
export function trade(desks: Desks, wish: Do<'trade'>): Result<number> {
  return onBoth(desks, wish, (account, contract) => {
    const { side, slot, quantity, clientId, reduceOnly } = wish
    const order = { contract: contract.id, side, slot, quantity, clientId, reduceOnly, ...market }
    return desks.ledger.place(account, order, desks.now(), wish.price)
  })
}

const market = { price: null, trigger: null, timeInForce: 'IOC', closePosition: false } as const

export function place(desks: Desks, wish: Do<'place'>): Result<number> {
  return onBoth(desks, wish, (account, contract) => {
    const { side, slot, quantity, clientId, price, trigger, timeInForce, reduceOnly, closePosition } = wish
    const order = {
      contract: contract.id,
      side,
      slot,
      quantity,
      clientId,
      price,
      trigger,
      timeInForce,
      reduceOnly,
      closePosition,
    }
    return desks.ledger.place(account, order, desks.now())
  })
}

export function cancel(desks: Desks, wish: Do<'cancel'>): Result<null> {
  return onAccount(desks, wish.account, (account) => desks.ledger.cancel(account, wish.order, desks.now()))
}

/** The exchange takes the order out of the book by itself. */
export function end(desks: Desks, wish: Do<'end'>): Result<null> {
  return onAccount(desks, wish.account, (account) => desks.ledger.end(account, wish.order, wish.how, desks.now()))
}

export function fill(desks: Desks, wish: Do<'fill'>): Result<null> {
  return onAccount(desks, wish.account, (account) => {
    const { price, quantity, liquidity } = wish
    return desks.ledger.fillOrder(account, wish.order, { price, quantity, liquidity }, desks.now())
  })
}
