import { add, isZero, sign, ZERO } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Account, AccountState } from '../../ledger/account.ts'
import type { AccountFigures, PositionFigures } from '../../ledger/margin.ts'
import type { Slot } from '../../ledger/order.ts'
import { positionKey, type Position } from '../../ledger/position.ts'
import type { Contract } from '../../market/contract.ts'
import type { Market } from '../../market/market.ts'
import { looseNumber, money, moneyOrBareZero, onGridOrBareZero } from '../format.ts'
import { positionSide, symbolOf } from '../names.ts'

/** One row of a position list. The figures are null for the zero row that a resting order brings along. */
interface Held {
  readonly contract: Contract
  readonly slot: Slot
  readonly position: Position | null
  readonly figures: PositionFigures | null
}

/** The short rows inside `GET /fapi/v3/account`. */
export function accountPositions(
  account: Account,
  market: Market,
  figures: AccountFigures,
  now: Time,
): readonly unknown[] {
  return heldRows(account.state(), market, figures, now).map((held) => ({
    symbol: symbolOf(held.contract),
    positionSide: positionSide(held.slot),
    positionAmt: amountOf(held),
    unrealizedProfit: money(held.figures?.unrealised ?? ZERO),
    isolatedMargin: isolatedMargin(held),
    notional: moneyOrBareZero(held.figures?.notional ?? ZERO),
    isolatedWallet: moneyOrBareZero(held.position?.isolatedWallet ?? ZERO),
    initialMargin: moneyOrBareZero(held.figures?.initialMargin ?? ZERO),
    maintMargin: moneyOrBareZero(held.figures?.maintenanceMargin ?? ZERO),
    updateTime: held.position?.updatedAt ?? 0,
  }))
}

/** Rows of `GET /fapi/v3/positionRisk`: only contracts with a position or a resting order; no leverage, no mode. */
export function positionRisk(account: Account, market: Market, figures: AccountFigures, now: Time) {
  return heldRows(account.state(), market, figures, now).map((held) => ({
    symbol: symbolOf(held.contract),
    positionSide: positionSide(held.slot),
    positionAmt: amountOf(held),
    entryPrice: looseNumber(held.position?.entryPrice ?? ZERO),
    breakEvenPrice: looseNumber(held.figures?.breakEvenPrice ?? ZERO),
    markPrice: money(market.quote(held.contract, now).mark),
    unRealizedProfit: money(held.figures?.unrealised ?? ZERO),
    liquidationPrice: moneyOrBareZero(held.figures?.liquidationPrice ?? ZERO),
    isolatedMargin: isolatedMargin(held),
    notional: moneyOrBareZero(held.figures?.notional ?? ZERO),
    marginAsset: held.contract.settle,
    isolatedWallet: moneyOrBareZero(held.position?.isolatedWallet ?? ZERO),
    initialMargin: moneyOrBareZero(held.figures?.initialMargin ?? ZERO),
    maintMargin: moneyOrBareZero(held.figures?.maintenanceMargin ?? ZERO),
    positionInitialMargin: moneyOrBareZero(held.figures?.initialMargin ?? ZERO),
    openOrderInitialMargin: '0',
    adl: adlRank(held.figures),
    bidNotional: '0',
    askNotional: '0',
    updateTime: held.position?.updatedAt ?? 0,
  }))
}

function heldRows(state: AccountState, market: Market, figures: AccountFigures, now: Time): readonly Held[] {
  const slots: readonly Slot[] = state.modes.positions === 'one-way' ? ['one-way'] : ['long', 'short']
  return market
    .listed('binance')
    .filter((contract) => now >= contract.launch && isTouched(state, contract))
    .flatMap((contract) => slots.map((slot) => heldRow(state, figures, contract, slot)))
}

function heldRow(state: AccountState, figures: AccountFigures, contract: Contract, slot: Slot): Held {
  const key = positionKey(contract.id, slot)
  return { contract, slot, position: state.positions.get(key) ?? null, figures: figures.positions.get(key) ?? null }
}

function isTouched(state: AccountState, contract: Contract): boolean {
  const positions = [...state.positions.values()].some(
    (each) => each.contract === contract.id && !isZero(each.quantity),
  )
  const orders = [...state.orders.values()].some(
    (each) => each.contract === contract.id && each.status !== 'untriggered',
  )
  return positions || orders
}

function amountOf({ position, contract }: Held): string {
  return onGridOrBareZero(position?.quantity ?? ZERO, contract.step)
}

function isolatedMargin({ position, figures }: Held): string {
  if (position?.margin !== 'isolated' || figures === null) return '0'
  return money(add(position.isolatedWallet, figures.unrealised))
}

/** The queue for being closed by the exchange: the winners come first. */
function adlRank(figures: PositionFigures | null): number {
  if (figures === null) return 0
  return sign(figures.unrealised) > 0 ? 2 : 1
}
