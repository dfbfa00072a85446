import { z } from 'zod'
import { amount, maybeAmount, maybeText, maybeTime, positionSide } from './wire-fields.ts'

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Account-Config */
export const accountConfig = z.object({ dualSidePosition: z.boolean(), multiAssetsMargin: z.boolean() })
export type AccountConfig = z.infer<typeof accountConfig>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Symbol-Config */
export const symbolConfigs = z.array(z.object({ symbol: z.string(), marginType: maybeText, leverage: maybeAmount }))
export type SymbolConfig = z.infer<typeof symbolConfigs>[number]

const assetReport = z.object({
  asset: z.string(),
  walletBalance: amount,
  unrealizedProfit: maybeAmount,
  marginBalance: maybeAmount,
  maintMargin: maybeAmount,
  initialMargin: maybeAmount,
  availableBalance: maybeAmount,
  updateTime: maybeTime,
})
export type AssetReport = z.infer<typeof assetReport>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Account-Information-V3 */
export const accountReport = z.object({
  totalInitialMargin: maybeAmount,
  totalMaintMargin: maybeAmount,
  totalWalletBalance: maybeAmount,
  totalUnrealizedProfit: maybeAmount,
  totalMarginBalance: maybeAmount,
  availableBalance: maybeAmount,
  assets: z.array(assetReport),
  positions: z
    .array(z.object({ symbol: z.string(), positionSide, positionAmt: amount }))
    .nullish()
    .transform((positions) => positions ?? []),
})
export type AccountReport = z.infer<typeof accountReport>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Futures-Account-Balance-V3 */
export const balanceReports = z.array(z.object({ accountAlias: maybeText, asset: z.string() }))
export type BalanceReports = z.infer<typeof balanceReports>

/**
 * https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Position-Information-V3
 * Amounts are signed also for `SHORT` rows; leverage and margin type are not stated here.
 */
export const positionReports = z.array(
  z.object({
    symbol: z.string(),
    positionSide,
    positionAmt: amount,
    entryPrice: maybeAmount,
    breakEvenPrice: maybeAmount,
    markPrice: maybeAmount,
    unRealizedProfit: maybeAmount,
    liquidationPrice: maybeAmount,
    isolatedWallet: maybeAmount,
    initialMargin: maybeAmount,
    positionInitialMargin: maybeAmount,
    maintMargin: maybeAmount,
    adl: z.int().nullish(),
    updateTime: maybeTime,
  }),
)
export type PositionReport = z.infer<typeof positionReports>[number]

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Multi-Assets-Mode-Asset-Index */
export const assetIndexes = z.array(z.object({ symbol: z.string(), bidRate: maybeAmount, askRate: maybeAmount }))
export type AssetIndex = z.infer<typeof assetIndexes>[number]
