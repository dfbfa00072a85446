import { isZero, type Decimal } from '../../shared/decimal.ts'
import { ok, type Result } from '../../shared/result.ts'
import { accountFigures } from '../ledger/figures.ts'
import type { AccountModes } from '../ledger/account.ts'
import type { AssetFigures, PositionFigures } from '../ledger/margin.ts'
import type { Order } from '../ledger/order.ts'
import type { Position } from '../ledger/position.ts'
import { onAccount, type Desks } from './desks.ts'

/** What the exchange itself holds true of an account, for comparison with what a screen says. */
export interface Truth {
  readonly at: number
  readonly modes: AccountModes
  readonly wallets: Readonly<Record<string, Decimal>>
  readonly assets: readonly AssetFigures[]
  /** Open positions with their figures at this moment. */
  readonly positions: readonly (Position & PositionFigures)[]
  readonly orders: readonly Order[]
  readonly equityInDollars: Decimal
  readonly counts: {
    readonly fills: number
    readonly funding: number
    readonly closed: number
    readonly entries: number
  }
}

export function truth(desks: Desks, name: string): Result<Truth> {
  return onAccount(desks, name, (account) => {
    const at = desks.now()
    const state = account.state()
    const figures = accountFigures(account, desks.market, at)
    const open = [...state.positions].filter(([, position]) => !isZero(position.quantity))
    const { fills, funding, closed, entries } = account.history()
    return ok({
      at,
      modes: state.modes,
      wallets: Object.fromEntries(state.wallets),
      assets: figures.assets,
      positions: open.flatMap(([key, position]) => {
        const own = figures.positions.get(key)
        return own === undefined ? [] : [{ ...position, ...own }]
      }),
      orders: [...state.orders.values()],
      equityInDollars: figures.usd.equity,
      counts: { fills: fills.length, funding: funding.length, closed: closed.length, entries: entries.length },
    })
  })
}
