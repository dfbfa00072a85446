import { isZero, sub, type Decimal } from '../../shared/decimal.ts'
import { averageEntry, profitOf, signed } from '../ledger/contract-math.ts'
import type { Fill } from '../ledger/fill.ts'
import { positionKey } from '../ledger/position.ts'
import type { Contract } from '../market/contract.ts'
import type { Market } from '../market/market.ts'

/** A position as it once stood: how much, signed, and what was paid for it. */
export interface PastHolding {
  readonly contract: Contract
  readonly quantity: Decimal
  readonly entry: Decimal
}

/** By `positionKey`; flat ones are not among them. */
export type PastHoldings = Map<string, PastHolding>

/** Brings the holdings to where they stood after a fill. */
export function replayFill(holdings: PastHoldings, market: Market, fill: Fill): void {
  const key = positionKey(fill.contract, fill.slot)
  if (isZero(fill.held)) holdings.delete(key)
  else holdings.set(key, holdingAfter(holdings.get(key), market.contract(fill.contract), fill))
}

export function unrealisedOf({ contract, quantity, entry }: PastHolding, mark: Decimal): Decimal {
  return profitOf(contract, quantity, entry, mark)
}

/** A fill closes first and opens with what is left; only what it opens moves the entry. */
function holdingAfter(before: PastHolding | undefined, contract: Contract, fill: Fill): PastHolding {
  const opened = signed(fill.side, sub(fill.quantity, fill.closed))
  const entry = before?.entry ?? fill.price
  if (isZero(opened)) return { contract, quantity: fill.held, entry }
  const kept = sub(fill.held, opened)
  return { contract, quantity: fill.held, entry: averageEntry(contract, kept, entry, opened, fill.price) }
}
