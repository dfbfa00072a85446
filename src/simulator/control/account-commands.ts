import { ok, type Result } from '../../shared/result.ts'
import type { Do } from './commands.ts'
import { onAccount, onBoth, onContract, type Desks } from './desks.ts'

export function transfer(desks: Desks, wish: Do<'transfer'>): Result<null> {
  return onAccount(desks, wish.account, (account) => {
    return desks.ledger.transfer(account, wish.asset, wish.amount, desks.now())
  })
}

export function liquidate(desks: Desks, wish: Do<'liquidate'>): Result<null> {
  return onBoth(desks, wish, (account, contract) => desks.ledger.liquidate(account, contract.id, desks.now()))
}

export function leverage(desks: Desks, wish: Do<'leverage'>): Result<null> {
  return onBoth(desks, wish, (account, contract) => {
    return desks.ledger.setLeverage(account, contract.id, wish.leverage, desks.now())
  })
}

/** Of one contract, or of the whole account when none is named. */
export function marginMode(desks: Desks, wish: Do<'margin-mode'>): Result<null> {
  return onAccount(desks, wish.account, (account) => {
    if (wish.symbol === undefined) return desks.ledger.setMargin(account, null, wish.margin, desks.now())
    return onContract(desks, wish.symbol, ({ id }) => desks.ledger.setMargin(account, id, wish.margin, desks.now()))
  })
}

export function positionMode(desks: Desks, wish: Do<'position-mode'>): Result<null> {
  return onAccount(desks, wish.account, (account) => {
    return desks.ledger.setPositions(account, wish.positions, desks.now())
  })
}

export function assetsMode(desks: Desks, wish: Do<'assets-mode'>): Result<null> {
  return onAccount(desks, wish.account, (account) => {
    desks.ledger.setAssets(account, wish.assets, desks.now())
    return ok(null)
  })
}

export function fees(desks: Desks, wish: Do<'fees'>): Result<null> {
  return onAccount(desks, wish.account, (account) => {
    desks.ledger.setFees(account, wish.fees, desks.now())
    return ok(null)
  })
}

export function accountKind(desks: Desks, wish: Do<'account-kind'>): Result<null> {
  return onAccount(desks, wish.account, (account) => {
    desks.ledger.setKind(account, wish.kind, desks.now())
    return ok(null)
  })
}
