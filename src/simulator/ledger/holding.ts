import { abs, add, div, isZero, min, sign, sub, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Contract } from '../market/contract.ts'
import { AMOUNT_SCALE, averageEntry, profitOf, rounded, share, signed, valueOf } from './contract-math.ts'
import type { Side } from './order.ts'
import type { Position } from './position.ts'

/** A fill as far as the position cares. */
export interface Trade {
  readonly contract: Contract
  readonly side: Side
  readonly quantity: Decimal
  readonly price: Decimal
  /** The fee in the settle asset's worth, whatever it is paid in. */
  readonly fee: Decimal
  readonly leverage: Decimal
  readonly sequence: number
  readonly at: Time
}

export interface Held {
  readonly position: Position
  /** Of the quantity, what closed the old holding; the rest opened or enlarged one. */
  readonly closed: Decimal
  readonly realised: Decimal
  /** What opening the closed part had cost. */
  readonly openFee: Decimal
  readonly closeFee: Decimal
}

/** A position after a trade: closes first, opens with what is left. */
export function trade(before: Position, deal: Trade): Held {
  const closed = closedPart(before.quantity, deal)
  const opened = sub(deal.quantity, closed)
  const openFee = isZero(closed) ? ZERO : share(before.openFees, closed, before.quantity)
  const closeFee = share(deal.fee, closed, deal.quantity)
  // What reaches a wallet has the digits of a wallet; an average entry has more.
  const realised = rounded(profitOf(deal.contract, closing(before, closed), before.entryPrice, deal.price))
  const smaller = shrink(before, deal, closed, sub(realised, closeFee), openFee)
  const position = grow(smaller, deal, opened, sub(deal.fee, closeFee))
  const profitEver = trim(add(before.profitEver, realised))
  return { position: { ...position, profitEver }, closed, realised, openFee, closeFee }
}

function closedPart(held: Decimal, { side, quantity }: Trade): Decimal {
  const opposite = sign(held) === (side === 'buy' ? -1 : 1)
  return opposite ? min(abs(held), quantity) : ZERO
}

/** The part of the holding that goes, signed as it was held. */
function closing(before: Position, closed: Decimal): Decimal {
  return sign(before.quantity) < 0 ? sub(ZERO, closed) : closed
}

function shrink(before: Position, deal: Trade, closed: Decimal, gain: Decimal, openFee: Decimal): Position {
  if (isZero(closed)) return before
  const quantity = trim(add(before.quantity, signed(deal.side, closed)))
  const flat = isZero(quantity)
  return {
    ...before,
    quantity,
    entryPrice: flat ? ZERO : before.entryPrice,
    isolatedWallet: flat ? ZERO : share(before.isolatedWallet, quantity, before.quantity),
    openFees: trim(sub(before.openFees, openFee)),
    realisedNow: trim(add(before.realisedNow, gain)),
    realisedEver: trim(add(before.realisedEver, gain)),
    sequence: deal.sequence,
    openedAt: flat ? null : before.openedAt,
    updatedAt: deal.at,
  }
}

function grow(before: Position, deal: Trade, opened: Decimal, fee: Decimal): Position {
  if (isZero(opened)) return before
  const more = signed(deal.side, opened)
  const anew = isZero(before.quantity)
  return {
    ...before,
    quantity: trim(add(before.quantity, more)),
    entryPrice: averageEntry(deal.contract, before.quantity, before.entryPrice, more, deal.price),
    isolatedWallet: before.margin === 'isolated' ? add(before.isolatedWallet, setAside(deal, opened)) : ZERO,
    openFees: trim(add(before.openFees, fee)),
    realisedNow: trim(sub(anew ? ZERO : before.realisedNow, fee)),
    realisedEver: trim(sub(before.realisedEver, fee)),
    sequence: deal.sequence,
    createdAt: before.createdAt ?? deal.at,
    openedAt: anew ? deal.at : before.openedAt,
    updatedAt: deal.at,
  }
}

function setAside({ contract, price, leverage }: Trade, opened: Decimal): Decimal {
  return trim(div(valueOf(contract, opened, price), leverage, AMOUNT_SCALE, 'half-even'))
}
