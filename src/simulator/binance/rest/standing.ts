import { add, div, max, mul, sign, sub, sum, ZERO, type Decimal } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Account, AccountState } from '../../ledger/account.ts'
import { accountFigures } from '../../ledger/figures.ts'
import type { AccountFigures, AssetFigures } from '../../ledger/margin.ts'
import { positionKey, type Position } from '../../ledger/position.ts'
import type { Market } from '../../market/market.ts'
import { collateralRate } from './asset-index.ts'

/** One asset of a futures wallet, with the cross and isolated parts told apart. */
export interface AssetStanding {
  readonly asset: string
  readonly wallet: Decimal
  readonly crossWallet: Decimal
  readonly unrealised: Decimal
  readonly crossUnrealised: Decimal
  readonly marginBalance: Decimal
  readonly positionMargin: Decimal
  readonly orderMargin: Decimal
  /** What cross positions and open orders tie up. */
  readonly crossMargin: Decimal
  readonly maintenanceMargin: Decimal
  readonly available: Decimal
  readonly withdrawable: Decimal
  readonly updatedAt: Time
}

export type Sums = Omit<AssetStanding, 'asset' | 'updatedAt'>

export interface Standing {
  readonly assets: readonly AssetStanding[]
  /** USDT alone in single-asset mode, everything in USD in multi-assets mode. */
  readonly totals: Sums
  readonly figures: AccountFigures
}

/** A whole account at one moment, as the balance and account answers need it. */
export function standingOf(account: Account, market: Market, now: Time): Standing {
  const state = account.state()
  const figures = accountFigures(account, market, now)
  const alone = figures.assets.map((asset) => assetStanding(asset, state, figures, market))
  if (state.modes.assets === 'single') {
    return { assets: alone, totals: alone.find((each) => each.asset === 'USDT') ?? empty, figures }
  }
  const totals = pooled(alone.map((each) => inDollars(each, market, now)))
  return { assets: alone.map((each) => withPool(each, totals, market, now)), totals, figures }
}

const empty: Sums = {
  wallet: ZERO,
  crossWallet: ZERO,
  unrealised: ZERO,
  crossUnrealised: ZERO,
  marginBalance: ZERO,
  positionMargin: ZERO,
  orderMargin: ZERO,
  crossMargin: ZERO,
  maintenanceMargin: ZERO,
  available: ZERO,
  withdrawable: ZERO,
}

function assetStanding(
  asset: AssetFigures,
  state: AccountState,
  figures: AccountFigures,
  market: Market,
): AssetStanding {
  const held = [...state.positions.values()].filter((each) => market.contract(each.contract).settle === asset.asset)
  const figure = (position: Position) => figures.positions.get(positionKey(position.contract, position.slot))
  const cross = held.filter((position) => position.margin === 'cross')
  const crossUnrealised = sum(cross.map((position) => figure(position)?.unrealised ?? ZERO))
  const crossMargin = add(sum(cross.map((position) => figure(position)?.initialMargin ?? ZERO)), asset.orderMargin)
  const crossWallet = sub(asset.wallet, sum(held.map((position) => position.isolatedWallet)))
  return {
    ...freeOf(crossWallet, crossUnrealised, crossMargin),
    asset: asset.asset,
    wallet: asset.wallet,
    crossWallet,
    unrealised: asset.unrealised,
    crossUnrealised,
    marginBalance: asset.equity,
    positionMargin: asset.positionMargin,
    orderMargin: asset.orderMargin,
    crossMargin,
    maintenanceMargin: asset.maintenanceMargin,
    updatedAt: state.walletTimes.get(asset.asset) ?? 0,
  }
}

/** Free to trade with, and free to leave: profit not yet realised may back a position but not be withdrawn. */
function freeOf(crossWallet: Decimal, crossUnrealised: Decimal, crossMargin: Decimal) {
  const available = max(ZERO, sub(add(crossWallet, crossUnrealised), crossMargin))
  return { available, withdrawable: max(ZERO, sub(available, max(ZERO, crossUnrealised))) }
}

function inDollars(each: AssetStanding, market: Market, now: Time): Sums {
  const { bid, ask, index } = collateralRate(market, each.asset, now)
  const rate = sign(each.marginBalance) < 0 ? ask : bid
  return {
    wallet: mul(each.wallet, rate),
    crossWallet: mul(each.crossWallet, rate),
    unrealised: mul(each.unrealised, rate),
    crossUnrealised: mul(each.crossUnrealised, rate),
    marginBalance: mul(each.marginBalance, rate),
    positionMargin: mul(each.positionMargin, index),
    orderMargin: mul(each.orderMargin, index),
    crossMargin: mul(each.crossMargin, index),
    maintenanceMargin: mul(each.maintenanceMargin, index),
    available: ZERO,
    withdrawable: ZERO,
  }
}

function pooled(parts: readonly Sums[]): Sums {
  const total = (field: keyof Sums) => sum(parts.map((part) => part[field]))
  const crossWallet = total('crossWallet')
  const crossUnrealised = total('crossUnrealised')
  const crossMargin = total('crossMargin')
  return {
    ...freeOf(crossWallet, crossUnrealised, crossMargin),
    wallet: total('wallet'),
    crossWallet,
    unrealised: total('unrealised'),
    crossUnrealised,
    marginBalance: total('marginBalance'),
    positionMargin: total('positionMargin'),
    orderMargin: total('orderMargin'),
    crossMargin,
    maintenanceMargin: total('maintenanceMargin'),
  }
}

/** In multi-assets mode each asset shows what the whole account could still use, in that asset. */
function withPool(each: AssetStanding, totals: Sums, market: Market, now: Time): AssetStanding {
  const { index } = collateralRate(market, each.asset, now)
  return { ...each, available: div(totals.available, index, 8, 'down') }
}
