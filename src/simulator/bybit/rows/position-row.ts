import { abs, isZero, sign, trim, ZERO, type Decimal } from '../../../shared/decimal.ts'
import type { World } from '../../face.ts'
import type { Account } from '../../ledger/account.ts'
import { valueOf } from '../../ledger/contract-math.ts'
import { settingsOf } from '../../ledger/defaults.ts'
import type { PositionFigures } from '../../ledger/margin.ts'
import type { Trigger } from '../../ledger/order.ts'
import type { Position } from '../../ledger/position.ts'
import type { Contract } from '../../market/contract.ts'
import { slots, symbolOf } from '../names.ts'

type Row = Readonly<Record<string, unknown>>

export interface PositionView {
  readonly world: World
  readonly account: Account
  readonly contract: Contract
  readonly position: Position
  /** Null when flat. */
  readonly figures: PositionFigures | null
  readonly now: number
}

/** A row of `/v5/position/list`. */
export function restPosition(view: PositionView): Row {
  const { position } = view
  const flat = isZero(position.quantity)
  return {
    ...shared(view),
    avgPrice: trim(position.entryPrice),
    takeProfit: protection(view, 'take-profit') ?? '',
    stopLoss: protection(view, 'stop-loss') ?? '',
    trailingStop: '0',
    liqPrice: view.figures?.liquidationPrice ?? '',
    positionValue: flat ? '' : value(view),
    sessionAvgPrice: '',
    ...inPortfolioMargin(view),
  }
}

/** A row of the `position` topic: other names for entry, other ways to say nothing. */
export function streamPosition(view: PositionView): Row {
  const { position, contract } = view
  const flat = isZero(position.quantity)
  return {
    ...shared(view),
    category: contract.form,
    entryPrice: trim(position.entryPrice),
    takeProfit: protection(view, 'take-profit') ?? '0',
    stopLoss: protection(view, 'stop-loss') ?? '0',
    trailingStop: '0',
    liqPrice: flat ? '0' : (view.figures?.liquidationPrice ?? ''),
    positionValue: flat ? '0' : value(view),
    sessionAvgPrice: flat ? '0' : '',
    ...inPortfolioMargin(view),
  }
}

/** There, margins belong to the portfolio and a position's own are empty. */
function inPortfolioMargin({ account }: PositionView): Row {
  if (account.state().modes.kind !== 'portfolio-margin') return {}
  const margins = { positionIM: '', positionIMByMp: '', positionMM: '', positionMMByMp: '' }
  return { ...margins, leverage: '', riskLimitValue: '', riskId: 0, liqPrice: '' }
}

function shared(view: PositionView): Row {
  const { account, contract, position, world, now } = view
  const { leverage } = settingsOf(account, account.state(), contract.id)
  const flat = isZero(position.quantity)
  return {
    positionIdx: slots[position.slot],
    riskId: 1,
    riskLimitValue: '2000000',
    symbol: symbolOf(contract),
    side: flat ? '' : sign(position.quantity) > 0 ? 'Buy' : 'Sell',
    size: trim(abs(position.quantity)),
    tradeMode: 0,
    positionStatus: 'Normal',
    autoAddMargin: 0,
    adlRankIndicator: flat ? 0 : 2,
    leverage: trim(leverage),
    positionBalance: trim(position.isolatedWallet),
    markPrice: trim(world.market.quote(contract, now).mark),
    bustPrice: '',
    ...margins(view.figures),
    tpslMode: 'Full',
    curRealisedPnl: trim(position.realisedNow),
    cumRealisedPnl: trim(position.realisedEver),
    seq: position.sequence,
    isReduceOnly: false,
    mmrSysUpdatedTime: '',
    leverageSysUpdatedTime: '',
    createdTime: String(position.createdAt ?? position.updatedAt),
    updatedTime: String(position.updatedAt),
    openTime: position.openedAt ?? 0,
  }
}

function margins(figures: PositionFigures | null): Row {
  const initial = trim(figures?.initialMargin ?? ZERO)
  const maintenance = trim(figures?.maintenanceMargin ?? ZERO)
  return {
    positionIM: initial,
    positionIMByMp: initial,
    positionMM: maintenance,
    positionMMByMp: maintenance,
    unrealisedPnl: trim(figures?.unrealised ?? ZERO),
    breakEvenPrice: trim(figures?.breakEvenPrice ?? ZERO),
  }
}

/** Size times entry, not mark. */
function value({ contract, position }: PositionView): Decimal {
  return valueOf(contract, position.quantity, position.entryPrice)
}

/** The price of the order that would close the whole position. */
function protection({ account, position }: PositionView, purpose: Trigger['purpose']): Decimal | null {
  const orders = [...account.state().orders.values()]
  const found = orders.find((order) => {
    const same = order.contract === position.contract && order.slot === position.slot
    return same && order.closePosition && order.trigger?.purpose === purpose
  })
  return found?.trigger?.price ?? null
}
