import { compare, decimal, mul, sign } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { World } from '../../face.ts'
import type { Account } from '../../ledger/account.ts'
import { positionKey } from '../../ledger/position.ts'
import { fixed, money, moneyOrBareZero, onGrid } from '../format.ts'
import { positionSide, symbolOf } from '../names.ts'
import { standingOf, type Standing } from '../rest/standing.ts'
import type { UserEvent } from './user-event.ts'

/** Maintenance margin over margin balance at which the venue warns, and below which it is ready to warn again. */
const WARN_AT = decimal('0.8')
const CALM_AT = decimal('0.7')

export interface MarginWatch {
  /** A MARGIN_CALL when an account has just come close to liquidation; null otherwise. */
  look(account: Account, now: Time): UserEvent | null
}

/** Watches cross margin; the warning is guidance only and may come late, as on the venue. */
export function createMarginWatch(world: World): MarginWatch {
  const warned = new Set<string>()
  return {
    look(account, now) {
      const standing = standingOf(account, world.market, now)
      if (!isAbove(standing, CALM_AT)) warned.delete(account.id)
      if (!isAbove(standing, WARN_AT) || warned.has(account.id)) return null
      warned.add(account.id)
      return marginCall(account, standing, world, now)
    },
  }
}

function isAbove({ totals }: Standing, share: ReturnType<typeof decimal>): boolean {
  if (sign(totals.maintenanceMargin) === 0) return false
  return compare(totals.maintenanceMargin, mul(totals.marginBalance, share)) >= 0
}

function marginCall(account: Account, { totals, figures }: Standing, world: World, now: Time): UserEvent {
  const positions = [...account.state().positions.values()].flatMap((position) => {
    const figure = figures.positions.get(positionKey(position.contract, position.slot))
    if (figure === undefined) return []
    const contract = world.market.contract(position.contract)
    return {
      s: symbolOf(contract),
      ps: positionSide(position.slot),
      pa: onGrid(position.quantity, contract.step),
      mt: position.margin === 'cross' ? 'CROSSED' : 'ISOLATED',
      iw: moneyOrBareZero(position.isolatedWallet),
      mp: fixed(world.market.quote(contract, now).mark, 8),
      up: fixed(figure.unrealised, 8),
      mm: fixed(figure.maintenanceMargin, 8),
    }
  })
  return { e: 'MARGIN_CALL', E: now, cw: money(totals.crossWallet), p: positions }
}
