import type { Decimal } from '../../shared/decimal.ts'

/** What one position is worth and ties up at one moment, in the settle asset. Rules differ by venue. */
export interface PositionFigures {
  readonly unrealised: Decimal
  /** At mark, signed for shorts. */
  readonly notional: Decimal
  readonly initialMargin: Decimal
  readonly maintenanceMargin: Decimal
  readonly breakEvenPrice: Decimal
  /** Null: cannot be liquidated at any positive price. */
  readonly liquidationPrice: Decimal | null
}

/** One asset's part of an account. */
export interface AssetFigures {
  readonly asset: string
  readonly wallet: Decimal
  readonly unrealised: Decimal
  readonly equity: Decimal
  readonly positionMargin: Decimal
  readonly orderMargin: Decimal
  readonly maintenanceMargin: Decimal
  /** USD per unit. */
  readonly price: Decimal
}

/**
 * A whole account at one moment, by its venue's rules: `accountFigures(account, market, at)` in `figures.ts`.
 * Bybit: initial margin at mark plus closing fee. Binance: |notional| ÷ leverage and |notional| × maintenance rate.
 */
export interface AccountFigures {
  /** By `positionKey`, open positions only. */
  readonly positions: ReadonlyMap<string, PositionFigures>
  /** Every asset with a wallet, also empty ones. */
  readonly assets: readonly AssetFigures[]
  /** Sums in USD over all assets. */
  readonly usd: {
    readonly wallet: Decimal
    readonly unrealised: Decimal
    readonly equity: Decimal
    readonly initialMargin: Decimal
    readonly maintenanceMargin: Decimal
  }
}
