import type { MarginMode, Position } from '../../engine/account/event.ts'
import { abs, isZero, type Decimal } from '../../shared/decimal.ts'
import { instrumentId, type MarketId } from '../../shared/ids.ts'
import { marginModeOf, priceOrNull, slotOf, unlessZero } from './normalise-words.ts'
import type { AccountConfig, PositionReport, SymbolConfig } from './wire-account.ts'

/**
 * The open positions of a report. Rows without an amount only say that an order rests on the symbol, and in hedge mode
 * `BOTH` rows are left over from one-way mode.
 */
export function positionsOf(
  reports: readonly PositionReport[],
  configs: readonly SymbolConfig[],
  account: AccountConfig,
  market: MarketId,
): readonly Position[] {
  const bySymbol = new Map(configs.map((config) => [config.symbol, config]))
  return reports
    .filter((report) => !isZero(report.positionAmt))
    .filter((report) => !(account.dualSidePosition && report.positionSide === 'BOTH'))
    .map((report) => positionOf(report, bySymbol.get(report.symbol) ?? null, market))
}

function positionOf(report: PositionReport, config: SymbolConfig | null, market: MarketId): Position {
  const marginMode = marginModeOf(config?.marginType ?? '') ?? guessedMode(report.isolatedWallet)
  return {
    instrument: instrumentId(market, report.symbol),
    slot: slotOf(report.positionSide),
    side: directionOf(report.positionAmt),
    size: abs(report.positionAmt),
    entry: unlessZero(report.entryPrice),
    breakEven: unlessZero(report.breakEvenPrice),
    liquidation: priceOrNull(report.liquidationPrice),
    leverage: config?.leverage ?? null,
    marginMode,
    initialMargin: report.positionInitialMargin ?? report.initialMargin,
    maintenanceMargin: report.maintMargin,
    isolatedWallet: marginMode === 'isolated' ? report.isolatedWallet : null,
    statedMark: unlessZero(report.markPrice),
    statedPnl: report.unRealizedProfit,
    ...notStated,
    adlRank: report.adl ?? null,
    recency: { sequence: null, at: report.updateTime ?? 0 },
  }
}

/** Protective orders are orders of their own here, and the realised figure told is the symbol's of all time. */
export const notStated = {
  realisedPnl: null,
  takeProfit: null,
  stopLoss: null,
  trailingStop: null,
  openedAt: null,
} as const

export function directionOf(amount: Decimal): 'long' | 'short' {
  return amount.startsWith('-') ? 'short' : 'long'
}

/** Only when the symbol's settings are missing: cross positions have no wallet of their own. */
export function guessedMode(isolatedWallet: Decimal | null): MarginMode {
  return isolatedWallet === null || isZero(isolatedWallet) ? 'cross' : 'isolated'
}
