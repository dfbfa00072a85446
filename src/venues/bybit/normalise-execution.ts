import type { AccountEvent, AccountState, Fill, Flow, Slot } from '../../engine/account/event.ts'
import { slotKey } from '../../engine/account/event.ts'
import type { Instruments } from '../../engine/market/instrument.ts'
import { isZero, negate, ZERO, type Decimal } from '../../shared/decimal.ts'
import { instrumentId, type InstrumentId, type MarketId } from '../../shared/ids.ts'
import { slotOf } from './normalise-position.ts'
import { amountOf, maybeAmount, momentOf, wordOf } from './values.ts'
import type { ExecutionRow } from './wire-private.ts'

/**
 * The kinds of execution that are fills. This is a list of what is let in: an unknown kind is never taken for a trade.
 * Docs: https://bybit-exchange.github.io/docs/v5/enum#exectype
 */
const causes: ReadonlyMap<string, Fill['cause']> = new Map([
  ['Trade', 'trade'],
  ['FutureSpread', 'trade'],
  ['AdlTrade', 'adl'],
  ['BustTrade', 'liquidation'],
  ['Delivery', 'settlement'],
  ['Settle', 'settlement'],
  ['BlockTrade', 'block'],
  ['MovePosition', 'block'],
])

export interface ExecutionSetting {
  readonly market: MarketId
  readonly instruments: Instruments
  /** Null outside the stream; hedge slots are then not known. */
  readonly state: AccountState | null
  /** The coin the list was asked for; fees are paid in it unless the row or the instrument says otherwise. */
  readonly settle: string | null
}

/** Whether a row is a fill or funding at all, so that the rest of it has to be readable. */
export function isFollowed(execType: string): boolean {
  return execType === 'Funding' || causes.has(execType)
}

/** Null for executions that are neither fills nor funding, such as a stock split. */
export function executionOf(row: ExecutionRow, setting: ExecutionSetting): AccountEvent | null {
  if (row.execType === 'Funding') return fundingEvent(row, setting)
  const cause = causes.get(row.execType)
  return cause === undefined ? null : { kind: 'fill', fill: fillOf(row, cause, setting) }
}

function fillOf(row: ExecutionRow, cause: Fill['cause'], setting: ExecutionSetting): Fill {
  const instrument = instrumentId(setting.market, row.symbol)
  return {
    fill: row.execId,
    order: row.orderId,
    instrument,
    symbol: row.symbol,
    side: row.side === 'Buy' ? 'buy' : 'sell',
    slot: slotOf(row.positionIdx) ?? slotByPosition(row, instrument, setting.state),
    price: amountOf(row.execPrice),
    quantity: amountOf(row.execQty),
    fee: maybeAmount(row.execFee),
    feeAsset: assetOf(row, instrument, setting),
    realisedPnl: realisedOf(row),
    liquidity: row.isMaker === true ? 'maker' : row.isMaker === false ? 'taker' : 'unknown',
    cause,
    at: momentOf(row.execTime),
  }
}

/** An execution's fee is positive when paid; a flow is positive when received. */
function fundingEvent(row: ExecutionRow, setting: ExecutionSetting): AccountEvent | null {
  const paid = maybeAmount(row.execFee)
  if (paid === null) return null
  const instrument = instrumentId(setting.market, row.symbol)
  const flow: Flow = {
    flow: `execution:${row.execId}`,
    kind: 'funding',
    label: row.execType,
    instrument,
    symbol: row.symbol,
    amount: negate(paid),
    asset: assetOf(row, instrument, setting),
    rate: maybeAmount(row.feeRate),
    at: momentOf(row.execTime),
  }
  return { kind: 'flow', flow }
}

/** The stream states the price PnL of a fill; over REST it is zero for a fill that closed nothing and else unstated. */
function realisedOf(row: ExecutionRow): Decimal | null {
  const stated = maybeAmount(row.execPnl)
  if (stated !== null) return stated
  const closed = maybeAmount(row.closedSize)
  return closed !== null && isZero(closed) ? ZERO : null
}

function assetOf(row: ExecutionRow, instrument: InstrumentId, setting: ExecutionSetting): string {
  const stated = wordOf(row.feeCurrency, 32)
  return stated !== '' ? stated : (setting.instruments.get(instrument)?.settle ?? setting.settle ?? '')
}

/**
 * Executions do not say which hedge slot they touch. Where the account holds hedge slots of the instrument, a fill
 * that closes touches the slot opposite to its side, any other the slot of its side.
 */
function slotByPosition(row: ExecutionRow, instrument: InstrumentId, state: AccountState | null): Slot {
  const hedged = state?.positions.has(slotKey(instrument, 'long')) || state?.positions.has(slotKey(instrument, 'short'))
  if (hedged !== true) return 'one-way'
  const closed = maybeAmount(row.closedSize)
  const opens = closed === null || isZero(closed)
  return (row.side === 'Buy') === opens ? 'long' : 'short'
}
