import { isZero, sub, sum, ZERO } from '../../../shared/decimal.ts'
import type { AccountState } from '../../ledger/account.ts'
import type { Change } from '../../ledger/change.ts'
import { accountFigures } from '../../ledger/figures.ts'
import type { AccountFigures } from '../../ledger/margin.ts'
import { positionKey, type Position } from '../../ledger/position.ts'
import type { Contract } from '../../market/contract.ts'
import type { Market } from '../../market/market.ts'
import { looseNumber, money, moneyOrBareZero, onGridOrBareZero } from '../format.ts'
import { positionSide, symbolOf } from '../names.ts'
import type { UserEvent } from './user-event.ts'

export type UpdateReason = 'ORDER' | 'FUNDING_FEE' | 'DEPOSIT' | 'WITHDRAW' | 'INSURANCE_CLEAR' | 'MARGIN_TYPE_CHANGE'

/** ACCOUNT_UPDATE: only what changed. No mark price, margin or leverage ever comes this way. */
export function accountUpdate(
  change: Change,
  market: Market,
  reason: UpdateReason,
  positions: readonly Position[],
): UserEvent {
  const state = change.account.state()
  const figures = accountFigures(change.account, market, change.at)
  const about = reason === 'FUNDING_FEE' && change.contract !== null
  return {
    e: 'ACCOUNT_UPDATE',
    T: change.at,
    E: change.at + 1,
    a: {
      B: walletRows(change, state, market),
      P: positionRows(positions, state, market, figures),
      ...(about ? { S: symbolOf(market.contract(change.contract)) } : {}),
      m: reason,
    },
  }
}

function walletRows({ wallets }: Change, state: AccountState, market: Market): readonly unknown[] {
  return wallets.map(({ asset, balance, otherChange }) => ({
    a: asset,
    wb: money(balance),
    cw: money(sub(balance, setAside(state, market, asset))),
    bc: moneyOrBareZero(otherChange),
  }))
}

/** What isolated positions hold of an asset's wallet. */
function setAside(state: AccountState, market: Market, asset: string) {
  const held = [...state.positions.values()].filter((each) => market.contract(each.contract).settle === asset)
  return sum(held.map((position) => position.isolatedWallet))
}

/** In hedge mode the flat BOTH row of the contract travels along, as on the venue. */
function positionRows(
  positions: readonly Position[],
  state: AccountState,
  market: Market,
  figures: AccountFigures,
): readonly unknown[] {
  const rows = positions.map((position) => positionRow(position, market.contract(position.contract), figures))
  if (state.modes.positions === 'one-way') return rows
  const contracts = new Set(positions.map((position) => position.contract))
  return [...[...contracts].map((contract) => flatBothRow(market.contract(contract))), ...rows]
}

function positionRow(position: Position, contract: Contract, figures: AccountFigures): unknown {
  const figure = figures.positions.get(positionKey(position.contract, position.slot))
  const flat = isZero(position.quantity)
  return {
    s: symbolOf(contract),
    pa: onGridOrBareZero(position.quantity, contract.step),
    ep: flat ? '0' : looseNumber(position.entryPrice),
    cr: money(position.profitEver),
    up: moneyOrBareZero(figure?.unrealised ?? ZERO),
    mt: position.margin,
    iw: moneyOrBareZero(position.isolatedWallet),
    ps: positionSide(position.slot),
    ma: contract.settle,
    bep: flat ? '0' : looseNumber(figure?.breakEvenPrice ?? ZERO),
  }
}

function flatBothRow(contract: Contract): unknown {
  return {
    s: symbolOf(contract),
    pa: '0',
    ep: '0.00000',
    cr: '0',
    up: '0',
    mt: 'cross',
    iw: '0',
    ps: 'BOTH',
    ma: contract.settle,
    bep: '0',
  }
}
