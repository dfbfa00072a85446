import { add, mul, ONE, round, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Account } from '../ledger/account.ts'
import type { Market } from '../market/market.ts'
import { replayFill, unrealisedOf, type PastHoldings } from './past-holdings.ts'

/** What an account was worth at one moment. */
export interface EquityMoment {
  readonly at: Time
  readonly equity: Decimal
}

/** A stretch of an account's worth, in the currency its exchange counts it in. */
export interface PastEquity {
  readonly currency: 'USD' | 'USDT'
  readonly points: readonly EquityMoment[]
}

const EQUITY_SCALE = 8

/**
 * An account's equity at past moments, oldest first: its wallets as they then stood, and what its positions of then
 * had gained at the market's prices of then. Moments before its first deposit are left out. Told from its history
 * alone, so it reaches back as far as that does.
 */
export function pastEquity(account: Account, market: Market, moments: readonly Time[]): PastEquity {
  const replay = createReplay(account, market)
  const worth = account.venue === 'bybit' ? market.assetPrice : worthInTether(market)
  const began = account.history().entries[0]?.at ?? Infinity
  const lived = moments.filter((at) => at >= began)
  const points = lived.map((at) => ({ at, equity: equityOf(replay(at), market, worth, at) }))
  return { currency: account.venue === 'bybit' ? 'USD' : 'USDT', points }
}

interface Then {
  readonly wallets: ReadonlyMap<string, Decimal>
  readonly holdings: PastHoldings
}

/** Goes through the history once; each moment asked for must not be before the last. */
function createReplay(account: Account, market: Market): (at: Time) => Then {
  const { entries, fills } = account.history()
  const wallets = new Map<string, Decimal>()
  const holdings: PastHoldings = new Map()
  const place = { entry: 0, fill: 0 }
  return (at) => {
    for (let entry = entries[place.entry]; entry !== undefined && entry.at <= at; entry = entries[++place.entry])
      wallets.set(entry.asset, entry.balance)
    for (let fill = fills[place.fill]; fill !== undefined && fill.at <= at; fill = fills[++place.fill])
      replayFill(holdings, market, fill)
    return { wallets, holdings }
  }
}

type Worth = (asset: string, at: Time) => Decimal

/** Without a rate of its exchange, an asset counts at the mark price of its contract. */
function worthInTether(market: Market): Worth {
  return (asset, at) => (asset === 'USDT' ? ONE : market.fair(market.contract(`${asset}USDT`), at).mark)
}

function equityOf({ wallets, holdings }: Then, market: Market, worth: Worth, at: Time): Decimal {
  const amounts = new Map(wallets)
  for (const holding of holdings.values()) {
    const { settle } = holding.contract
    const gained = unrealisedOf(holding, market.fair(holding.contract, at).mark)
    amounts.set(settle, add(amounts.get(settle) ?? ZERO, gained))
  }
  let equity = ZERO
  for (const [asset, amount] of amounts) equity = add(equity, mul(amount, worth(asset, at)))
  return trim(round(equity, EQUITY_SCALE, 'half-even'))
}
