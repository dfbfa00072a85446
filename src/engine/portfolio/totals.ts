import { add, isZero, max, mul, ONE, round, sub, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { AccountState, Balance } from '../account/event.ts'
import { NOTHING_ANCHORED, type Anchor, type AnchoredAsset } from './anchor.ts'
import { NO_POSITIONS, addKnown, type AssetSums } from './sums.ts'
import { AMOUNT_DIGITS } from './value.ts'

/** An account's figures in its own currency. Null is "not known", never zero. */
export interface Figures {
  readonly currency: string
  readonly equity: Decimal | null
  readonly wallet: Decimal | null
  readonly available: Decimal | null
  readonly positionValue: Decimal | null
  readonly unrealisedPnl: Decimal | null
  readonly marginBalance: Decimal | null
  readonly initialMargin: Decimal | null
  readonly maintenanceMargin: Decimal | null
  /** Assets with something in them and no known rate into `currency`. */
  readonly leftOut: readonly string[]
}

/** One asset of the account now, and as it was when the totals were stated. */
interface Asset {
  readonly name: string
  readonly balance: Balance | null
  readonly now: AssetSums
  readonly then: AnchoredAsset
  readonly rate: Decimal | null
}

/**
 * The one formula of live totals. The exchange's own statement is carried on by what moved in each asset since:
 *
 *     figure now = figure stated + Σ over assets (part now − part then) × rate
 *
 * where the part is the wallet balance, our unrealised PnL, or our margins, as the figure asks. What the exchange does
 * not state is summed from the assets. Position value and unrealised PnL are always the sums of the position rows.
 */
export function figuresOf(state: AccountState, sums: ReadonlyMap<string, AssetSums>, anchor: Anchor): Figures {
  const stated = state.totals
  const all = assetsOf(state, sums, anchor)
  const rated = all.filter((asset) => asset.rate !== null)
  const carried = (figure: Decimal | null, part: Part): Decimal | null => carry(figure, rated, part)
  const isIsolated = state.modes.marginMode === 'isolated'
  const available = carried(stated.available, (asset) => movedAvailable(asset))
  return {
    currency: stated.currency,
    equity: carried(stated.equity, movedEquity) ?? total(rated, equityOf),
    wallet: carried(stated.wallet, movedWallet) ?? total(rated, ({ balance }) => balance?.wallet ?? ZERO),
    available: floored(available ?? (isIsolated ? total(rated, availableOf) : null)),
    positionValue: total(rated, ({ now }) => now.notional),
    unrealisedPnl: total(rated, ({ now }) => now.pnl),
    marginBalance: carried(stated.marginBalance, movedEquity) ?? total(rated, equityOf),
    initialMargin:
      carried(stated.initialMargin, ({ now, then }) => moved(now.initialMargin, then.initialMargin)) ??
      (isIsolated ? total(rated, ({ balance }) => (balance === null ? ZERO : balance.initialMargin)) : null),
    maintenanceMargin:
      carried(stated.maintenanceMargin, ({ now, then }) => moved(now.maintenanceMargin, then.maintenanceMargin)) ??
      (isIsolated ? total(rated, ({ now }) => now.maintenanceMargin) : null),
    leftOut: all.filter((asset) => asset.rate === null && hasSomething(asset)).map(({ name }) => name),
  }
}

/** One unit of an asset in the account's currency, as the exchange states it; null when it states none. */
export function rateOf(state: AccountState, asset: string): Decimal | null {
  return state.balances.get(asset)?.rate ?? (asset === state.totals.currency ? ONE : null)
}

/** An asset's equity now: as stated, with our live PnL in the place of the one counted then. */
export function liveEquity(balance: Balance, pnl: Decimal | null): Decimal | null {
  if (pnl === null) return null
  if (balance.equity !== null && balance.unrealisedPnl !== null)
    return trim(add(balance.equity, sub(pnl, balance.unrealisedPnl)))
  return trim(add(sub(balance.wallet, balance.borrowed ?? ZERO), pnl))
}

type Part = (asset: Asset) => Decimal | null

function carry(stated: Decimal | null, assets: readonly Asset[], part: Part): Decimal | null {
  return stated === null ? null : neat(addKnown(stated, total(assets, part)))
}

function total(assets: readonly Asset[], part: Part): Decimal | null {
  let sum: Decimal | null = ZERO
  for (const asset of assets) sum = addKnown(sum, worth(part(asset), asset.rate))
  return neat(sum)
}

function worth(part: Decimal | null, rate: Decimal | null): Decimal | null {
  return part === null || rate === null ? null : mul(part, rate)
}

function neat(amount: Decimal | null): Decimal | null {
  return amount === null ? null : trim(round(amount, AMOUNT_DIGITS, 'half-even'))
}

/** An exchange never lets less than nothing be free. */
function floored(available: Decimal | null): Decimal | null {
  return available === null ? null : max(available, ZERO)
}

function movedWallet({ balance, then }: Asset): Decimal {
  return sub(balance?.wallet ?? ZERO, then.wallet)
}

function movedEquity(asset: Asset): Decimal | null {
  const pnl = asset.now.pnl === null || asset.then.pnl === null ? null : sub(asset.now.pnl, asset.then.pnl)
  return addKnown(movedWallet(asset), pnl)
}

/** Free is what cross positions gain, less what their margins grow by. */
function movedAvailable(asset: Asset): Decimal | null {
  const { now, then } = asset
  if (now.crossPnl === null || then.crossPnl === null) return null
  const gained = add(movedWallet(asset), sub(now.crossPnl, then.crossPnl))
  const bound = moved(now.crossInitialMargin, then.crossInitialMargin)
  return bound === null ? null : sub(gained, bound)
}

/** What no position stated when the total was, cannot be followed: the total then stays as stated. */
function moved(now: Decimal | null, then: Decimal | null): Decimal | null {
  if (then === null) return ZERO
  return now === null ? null : sub(now, then)
}

function equityOf({ balance, now }: Asset): Decimal | null {
  return balance === null ? now.pnl : liveEquity(balance, now.pnl)
}

function availableOf({ balance }: Asset): Decimal | null {
  return balance === null ? ZERO : balance.available
}

function hasSomething({ balance, now }: Asset): boolean {
  const amounts = [balance?.wallet ?? ZERO, balance?.equity ?? ZERO, balance?.borrowed ?? ZERO, now.pnl]
  return amounts.some((amount) => amount === null || !isZero(amount))
}

function assetsOf(state: AccountState, sums: ReadonlyMap<string, AssetSums>, anchor: Anchor): readonly Asset[] {
  const names = new Set([...state.balances.keys(), ...sums.keys(), ...anchor.assets.keys()])
  return [...names].map((name) => ({
    name,
    balance: state.balances.get(name) ?? null,
    now: sums.get(name) ?? NO_POSITIONS,
    then: anchor.assets.get(name) ?? NOTHING_ANCHORED,
    rate: rateOf(state, name),
  }))
}
