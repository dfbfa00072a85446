import { add, div, isZero, mul, round, sub, sum, trim, ZERO, type Decimal } from '../../../shared/decimal.ts'
import type { Account, AccountState } from '../../ledger/account.ts'
import type { AccountFigures, AssetFigures } from '../../ledger/margin.ts'

type Row = Readonly<Record<string, unknown>>

/** One account as `/v5/account/wallet-balance` and the `wallet` topic tell it, with the given coins. */
export function walletRow(account: Account, figures: AccountFigures, coins: readonly string[]): Row {
  const state = account.state()
  const told = figures.assets.filter(({ asset }) => coins.includes(asset))
  return { ...totals(state, figures), accountType: 'UNIFIED', coin: told.map((asset) => coinRow(state, asset)) }
}

/** Every coin that is not empty. */
export function filledCoins({ assets }: AccountFigures): readonly string[] {
  return assets.filter(({ wallet, equity }) => !isZero(wallet) || !isZero(equity)).map(({ asset }) => asset)
}

function totals(state: AccountState, { usd }: AccountFigures): Row {
  const margined = state.modes.margin === 'cross' ? margins(usd) : withoutMargins
  return {
    totalEquity: tidy(usd.equity),
    totalWalletBalance: tidy(usd.wallet),
    totalPerpUPL: tidy(usd.unrealised),
    accountLTV: '0',
    ...margined,
  }
}

function margins({ equity, initialMargin, maintenanceMargin }: AccountFigures['usd']): Row {
  const initialRate = rate(initialMargin, equity)
  const maintenanceRate = rate(maintenanceMargin, equity)
  const initial = tidy(initialMargin)
  const maintenance = tidy(maintenanceMargin)
  return {
    totalMarginBalance: tidy(equity),
    totalAvailableBalance: tidy(sub(equity, initialMargin)),
    totalInitialMargin: initial,
    totalInitialMarginByMp: initial,
    totalMaintenanceMargin: maintenance,
    totalMaintenanceMarginByMp: maintenance,
    accountIMRate: initialRate,
    accountIMRateByMp: initialRate,
    accountMMRate: maintenanceRate,
    accountMMRateByMp: maintenanceRate,
  }
}

/** In isolated margin the account-wide figures mean nothing and are empty. */
const withoutMargins: Row = {
  totalMarginBalance: '',
  totalAvailableBalance: '',
  totalInitialMargin: '',
  totalInitialMarginByMp: '',
  totalMaintenanceMargin: '',
  totalMaintenanceMarginByMp: '',
  accountIMRate: '',
  accountIMRateByMp: '',
  accountMMRate: '',
  accountMMRateByMp: '',
}

function rate(margin: Decimal, balance: Decimal): string {
  return isZero(balance) ? '0' : trim(div(margin, balance, 4, 'half-even'))
}

function coinRow(state: AccountState, figures: AssetFigures): Row {
  return {
    coin: figures.asset,
    equity: trim(figures.equity),
    usdValue: tidy(mul(figures.equity, figures.price)),
    walletBalance: trim(figures.wallet),
    availableToWithdraw: '',
    availableToBorrow: '',
    borrowAmount: '0',
    accruedInterest: '0',
    ...coinMargins(state, figures),
    unrealisedPnl: trim(figures.unrealised),
    cumRealisedPnl: realisedEver(state, figures.asset),
    bonus: '0',
    collateralSwitch: true,
    marginCollateral: true,
    locked: '0',
    spotHedgingQty: '0',
    spotBorrow: '0',
  }
}

/** Empty where margin belongs to the portfolio. */
function coinMargins({ modes }: AccountState, figures: AssetFigures): Row {
  if (modes.kind === 'portfolio-margin') return { totalOrderIM: '', totalPositionIM: '', totalPositionMM: '' }
  return {
    totalOrderIM: trim(figures.orderMargin),
    totalPositionIM: trim(figures.positionMargin),
    totalPositionMM: trim(figures.maintenanceMargin),
  }
}

/** Every wallet movement but transfers is realised; positions keep the sum per contract. */
function realisedEver(state: AccountState, asset: string): Decimal {
  const mine = [...state.positions.values()].filter(({ contract }) => settledIn(contract, asset))
  return trim(sum([ZERO, ...mine.map(({ realisedEver: ever }) => ever)]))
}

/** Linear ids carry their settle asset behind the base ("BTCUSDT", "BTCUSDT-25DEC26"), inverse ones are the base and USD. */
function settledIn(contract: string, asset: string): boolean {
  return contract.replace(/-.*$/, '').endsWith(asset) || contract === `${asset}USD`
}

function tidy(amount: Decimal): Decimal {
  return trim(round(add(amount, ZERO), 8, 'half-even'))
}
