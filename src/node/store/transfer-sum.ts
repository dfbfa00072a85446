import type { FlowRow } from '../../shared/account-rows.ts'
import { ZERO, add, sub, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'

/** Dollars and the coins that stand for them count one to one, as the exchanges do within a fraction of a percent. */
const DOLLARS = new Set(['USD', 'USDT', 'USDC', 'FDUSD', 'BFUSD', 'RLUSD', 'USDE', 'USD1'])

/**
 * Around a transfer a reading may or may not contain it yet: the exchange's moment and ours differ by the road
 * between. Such readings set no peak.
 */
const UNSETTLED_MS = 15_000

/** The transfers of one account, in order of time, as running sums in its currency. */
export interface TransferSums {
  /** Everything moved in, minus everything moved out, up to and including a moment. */
  upTo(at: Time): Decimal
  /** No transfer happened so near to the stretch that its readings may or may not contain it. */
  quiet(from: Time, to: Time): boolean
}

/** Transfers must be oldest first. One whose asset has no known worth in `currency` is left out. */
export function sumTransfers(transfers: readonly FlowRow[], currency: string): TransferSums {
  const counted = transfers.filter(({ asset }) => sameMoney(asset, currency))
  const sums = runningSums(counted)
  const next = (at: Time) => firstAfter(counted, at)
  return {
    upTo: (at) => sums[next(at)] ?? ZERO,
    quiet: (from, to) => (counted[next(from - UNSETTLED_MS - 1)]?.at ?? Infinity) > to + UNSETTLED_MS,
  }
}

/** Equity with what was moved in and out taken away: the figure whose peak is a result. */
export function earned(equity: Decimal, moved: Decimal): Decimal {
  return moved === ZERO ? equity : sub(equity, moved)
}

function sameMoney(asset: string, currency: string): boolean {
  return asset === currency || (DOLLARS.has(asset) && DOLLARS.has(currency))
}

/** The sum before the first transfer, after it, after the second … */
function runningSums(transfers: readonly FlowRow[]): readonly Decimal[] {
  const sums: Decimal[] = [ZERO]
  for (const { amount } of transfers) sums.push(add(sums.at(-1) ?? ZERO, amount))
  return sums
}

/** Index of the first transfer later than `at`, by halving. */
function firstAfter(transfers: readonly FlowRow[], at: Time): number {
  let low = 0
  let high = transfers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((transfers[middle]?.at ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return low
}
