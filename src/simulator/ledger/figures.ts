import { abs, add, isZero, mul, sub, sum, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Market } from '../market/market.ts'
import type { Account } from './account.ts'
import { binanceFigures, binanceOrderMargin } from './binance-figures.ts'
import { bybitFigures, bybitOrderMargin } from './bybit-figures.ts'
import { settingsOf } from './defaults.ts'
import { liquidationPrice } from './liquidation-price.ts'
import type { AccountFigures, AssetFigures } from './margin.ts'
import { poolOf, type Pool, type Sized } from './pool.ts'
import { positionKey } from './position.ts'

/** A whole account at one moment, by its venue's rules. */
export function accountFigures(account: Account, market: Market, at: Time): AccountFigures {
  const { sized, sums } = measure(account, market, at)
  const positions = sized.map((each) => {
    const pool = poolOf(account, sums, sized, each.exposure.contract.settle)
    return [each.key, { ...each.figures, liquidationPrice: liquidation(each, pool) }] as const
  })
  return { positions: new Map(positions), ...sums }
}

/** Everything but liquidation prices. */
export function measure(
  account: Account,
  market: Market,
  at: Time,
): { readonly sized: readonly Sized[]; readonly sums: Pick<AccountFigures, 'assets' | 'usd'> } {
  const sized = sizedPositions(account, market, at)
  const settled = sized.map(({ exposure }) => exposure.contract.settle)
  const names = new Set([...account.state().wallets.keys(), ...settled])
  const assets = [...names].map((asset) => assetFigures(account, market, at, sized, asset))
  return { sized, sums: { assets, usd: inDollars(assets) } }
}

function sizedPositions(account: Account, market: Market, at: Time): readonly Sized[] {
  const state = account.state()
  const open = [...state.positions.values()].filter((position) => !isZero(position.quantity))
  return open.map((position) => {
    const contract = market.contract(position.contract)
    const settings = { ...settingsOf(account, state, contract.id), margin: position.margin }
    const exposure = { contract, position, settings, quote: market.quote(contract, at), takerRate: account.takerRate }
    const figures = account.venue === 'bybit' ? bybitFigures(exposure) : binanceFigures(exposure)
    return { key: positionKey(contract.id, position.slot), exposure, figures }
  })
}

function assetFigures(
  account: Account,
  market: Market,
  at: Time,
  sized: readonly Sized[],
  asset: string,
): AssetFigures {
  const mine = sized.filter(({ exposure }) => exposure.contract.settle === asset).map(({ figures }) => figures)
  const wallet = account.state().wallets.get(asset) ?? ZERO
  const unrealised = sum(mine.map((figures) => figures.unrealised))
  return {
    asset,
    wallet,
    unrealised,
    equity: add(wallet, unrealised),
    positionMargin: sum(mine.map((figures) => figures.initialMargin)),
    orderMargin: orderMargin(account, market, asset),
    maintenanceMargin: sum(mine.map((figures) => figures.maintenanceMargin)),
    price: market.assetPrice(asset, at),
  }
}

function orderMargin(account: Account, market: Market, asset: string): Decimal {
  const state = account.state()
  const margins = [...state.orders.values()].map((order) => {
    const contract = market.contract(order.contract)
    if (contract.settle !== asset) return ZERO
    const settings = settingsOf(account, state, contract.id)
    return account.venue === 'bybit'
      ? bybitOrderMargin(contract, order, settings, account.takerRate)
      : binanceOrderMargin(contract, order, settings)
  })
  return sum(margins)
}

function inDollars(assets: readonly AssetFigures[]): AccountFigures['usd'] {
  const total = (pick: (asset: AssetFigures) => Decimal): Decimal =>
    sum(assets.map((asset) => mul(pick(asset), asset.price)))
  return {
    wallet: total((asset) => asset.wallet),
    unrealised: total((asset) => asset.unrealised),
    equity: total((asset) => asset.equity),
    initialMargin: total((asset) => add(asset.positionMargin, asset.orderMargin)),
    maintenanceMargin: total((asset) => asset.maintenanceMargin),
  }
}

function liquidation({ exposure, figures }: Sized, pool: Pool): Decimal | null {
  const { contract, position, quote } = exposure
  const base = { contract, held: position.quantity, mark: quote.mark }
  // Of its own maintenance margin only this part moves with the price; the fee of closing does not.
  const moving = mul(abs(figures.notional), contract.maintenanceRate)
  if (position.margin === 'isolated') {
    const balance = add(position.isolatedWallet, figures.unrealised)
    return liquidationPrice({ ...base, balance, othersMaintenance: sub(figures.maintenanceMargin, moving) })
  }
  return liquidationPrice({ ...base, balance: pool.balance, othersMaintenance: sub(pool.maintenance, moving) })
}
