import type { Flat, MarginMode, Position, Recency, Slot } from '../../engine/account/event.ts'
import { isZero } from '../../shared/decimal.ts'
import { instrumentId, type MarketId, type Time } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { unreadable } from './failures.ts'
import { amountOf, maybeAmount, maybeMomentOf, nonZero, sequenceOf, wholeOf } from './values.ts'
import type { PositionRow } from './wire-private.ts'

/** What a row does not say of itself: where it trades, the account-wide margin mode, and when it was told. */
export interface PositionSetting {
  readonly market: MarketId
  /** Null while unknown; the row's deprecated trade mode then has to do, until the account's mode overrules it. */
  readonly marginMode: MarginMode | null
  /** For rows without a time of their own. */
  readonly toldAt: Time
}

const slots: ReadonlyMap<number | null, Slot> = new Map([
  [0, 'one-way'],
  [1, 'long'],
  [2, 'short'],
])

/** Hedge rows keep their slot when they are empty, so a flat row resets its own slot and no other. */
export function slotOf(positionIdx: unknown): Slot | null {
  return slots.get(wholeOf(positionIdx)) ?? null
}

/** An empty row becomes a tombstone; size is by its text, never by the side, which is "" or "None" when empty. */
export function positionOf(row: PositionRow, setting: PositionSetting): Result<Position | Flat> {
  const slot = slotOf(row.positionIdx)
  if (slot === null) return fail(unreadable('position: positionIdx'))
  const recency = recencyOf(row, setting.toldAt)
  const instrument = instrumentId(setting.market, row.symbol)
  if (isZero(amountOf(row.size))) return ok({ instrument, slot, size: null, recency })
  const side = sideOf(row.side, slot)
  if (side === null) return fail(unreadable('position: side'))
  return ok({ instrument, slot, side, recency, ...figuresOf(row, setting) })
}

function figuresOf(
  row: PositionRow,
  setting: PositionSetting,
): Omit<Position, 'instrument' | 'slot' | 'side' | 'recency'> {
  const marginMode = setting.marginMode ?? (wholeOf(row.tradeMode) === 1 ? 'isolated' : 'cross')
  return {
    size: amountOf(row.size),
    // Over REST the entry price is called avgPrice, on the stream entryPrice.
    entry: nonZero(row.entryPrice ?? row.avgPrice),
    breakEven: nonZero(row.breakEvenPrice),
    liquidation: nonZero(row.liqPrice),
    leverage: nonZero(row.leverage),
    marginMode,
    initialMargin: maybeAmount(row.positionIM),
    maintenanceMargin: maybeAmount(row.positionMM),
    // Kept of a guessed mode too, which may turn out to be isolated.
    isolatedWallet: marginMode === 'isolated' || setting.marginMode === null ? nonZero(row.positionBalance) : null,
    statedMark: nonZero(row.markPrice),
    statedPnl: maybeAmount(row.unrealisedPnl),
    realisedPnl: maybeAmount(row.curRealisedPnl),
    takeProfit: nonZero(row.takeProfit),
    stopLoss: nonZero(row.stopLoss),
    trailingStop: nonZero(row.trailingStop),
    adlRank: wholeOf(row.adlRankIndicator),
    // createdTime is the first position ever held in the symbol, so only openTime tells of this one.
    openedAt: maybeMomentOf(row.openTime),
  }
}

/** An order frame raises `seq` and keeps the old `updatedTime`, hence both. */
function recencyOf(row: PositionRow, toldAt: Time): Recency {
  return { sequence: sequenceOf(row.seq), at: maybeMomentOf(row.updatedTime) ?? toldAt }
}

function sideOf(side: unknown, slot: Slot): 'long' | 'short' | null {
  if (side === 'Buy') return 'long'
  if (side === 'Sell') return 'short'
  return slot === 'one-way' ? null : slot
}
