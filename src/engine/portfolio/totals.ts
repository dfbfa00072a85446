import { max, mul, round, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { AccountState } from '../account/event.ts'
import type { Anchor } from './anchor.ts'
import { assetsOf, EQUITY, INITIAL_MARGIN, MAINTENANCE_MARGIN, movedAvailable, WALLET } from './assets.ts'
import type { Asset, Part, Share } from './assets.ts'
import type { Quotes } from './quotes.ts'
import { addKnown, type AssetSums } from './sums.ts'
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

/**
 * The one formula of live totals. The exchange's own statement is carried on by what moved since in each asset that it
 * covers, and what it does not cover is added:
 *
 *     figure now = figure stated + Σ over covered assets (part now − part then) × stated rate
 *                                + Σ over quoted assets part now × market rate
 *
 * where the part is the wallet balance, our unrealised PnL, or our margins, as the figure asks. Covered are the assets
 * that the exchange states a rate for, so a stated figure stays the anchor of all it ever counted. Quoted are those
 * without one that the market place lists a perpetual of in the account's currency; an asset that is neither is left
 * out by name. What the exchange does not state is summed from the assets. Position value and unrealised PnL are always
 * the sums of the position rows. Margin figures count a quoted asset only while positions are settled in it, for none
 * of the others can lean on it, and what is free is what the exchange says is free in the account's currency.
 */
export function figuresOf(
  state: AccountState,
  sums: ReadonlyMap<string, AssetSums>,
  anchor: Anchor,
  quotes: Quotes,
): Figures {
  const stated = state.totals
  const all = assetsOf(state, sums, anchor, quotes)
  const covered = all.filter(({ backing }) => backing === 'stated')
  const quoted = all.filter(({ backing }) => backing === 'quoted')
  const bound = quoted.filter(({ isSettled }) => isSettled)
  const margin = (figure: Decimal | null, share: Share): Decimal | null =>
    figure === null && !areMarginsSummable(state) ? null : withQuoted(figure, covered, bound, share)
  return {
    currency: stated.currency,
    equity: withQuoted(stated.equity, covered, quoted, EQUITY),
    wallet: withQuoted(stated.wallet, covered, quoted, WALLET),
    available: floored(availableOf(state, covered)),
    positionValue: total([...covered, ...quoted], ({ now }) => now.notional),
    unrealisedPnl: total([...covered, ...quoted], ({ now }) => now.pnl),
    marginBalance: withQuoted(stated.marginBalance, covered, bound, EQUITY),
    initialMargin: margin(stated.initialMargin, INITIAL_MARGIN),
    maintenanceMargin: margin(stated.maintenanceMargin, MAINTENANCE_MARGIN),
    leftOut: all.filter(({ backing, isEmpty }) => backing === 'none' && !isEmpty).map(({ name }) => name),
  }
}

/** Positions of one asset lean on that asset alone: neither on a shared pool nor each on money of its own. */
export function hasPoolPerAsset({ modes }: AccountState): boolean {
  return modes.marginMode === 'per-position' && !modes.sharedCollateral
}

function withQuoted(
  stated: Decimal | null,
  covered: readonly Asset[],
  quoted: readonly Asset[],
  { moved, now }: Share,
): Decimal | null {
  const anchored = stated === null ? total(covered, now) : carry(stated, covered, moved)
  return neat(addKnown(anchored, total(quoted, now)))
}

function availableOf({ totals, modes }: AccountState, covered: readonly Asset[]): Decimal | null {
  if (totals.available !== null) return carry(totals.available, covered, movedAvailable)
  return modes.marginMode === 'isolated' ? total(covered, available) : null
}

function available({ balance }: Asset): Decimal | null {
  return balance === null ? ZERO : balance.available
}

/** Where every margin is a position's own or its asset's, the account's is the sum of them. */
function areMarginsSummable(state: AccountState): boolean {
  return state.modes.marginMode === 'isolated' || hasPoolPerAsset(state)
}

function carry(stated: Decimal, assets: readonly Asset[], part: Part): Decimal | null {
  return neat(addKnown(stated, total(assets, part)))
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
