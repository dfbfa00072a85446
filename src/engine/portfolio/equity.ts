import { equals, isZero, mul, type Decimal } from '../../shared/decimal.ts'
import type { AccountId, Time } from '../../shared/ids.ts'
import type { Store } from '../ports/store.ts'
import { performanceOf, raisedPeak, type Mark, type Past, type Performance } from './performance.ts'

/** A present equity, with the worth of assets for converting what was moved. */
export interface EquityNow extends Mark {
  readonly currency: string
  rateOf(asset: string): Decimal | null
}

/** The recorded equity of one account. Everything is read from the store once and then followed in memory. */
export interface EquityRecord {
  performance(now: EquityNow, today: Time): Performance
  /** Stores a reading when one is due. Only ever called with figures that are live. */
  take(now: EquityNow, today: Time): void
  /** A transfer became known, perhaps long after it happened. */
  forget(): void
}

const MOST_OFTEN_MS = 1_000
const AT_LEAST_EVERY_MS = 10_000
/** A reading older than this at the day's start is not what the day began with. */
const START_WITHIN_MS = 15 * 60_000
const FINEST = 2_000

export function createEquityRecord(store: Store, account: AccountId): EquityRecord {
  const known: { past: Past | null; today: Time; last: Mark | null } = { past: null, today: 0, last: null }

  function pastOf(now: EquityNow, today: Time): Past {
    if (known.past === null || known.today !== today)
      Object.assign(known, { past: readPast(store, account, now, today), today })
    return known.past ?? readPast(store, account, now, today)
  }

  return {
    performance: (now, today) => performanceOf(now.equity, pastOf(now, today)),
    take: (now, today) => {
      if (!isDue(known.last, now)) return
      const past = pastOf(now, today)
      const mark: Mark = { at: now.at, equity: now.equity }
      store.appendEquity([{ account, at: now.at, equity: now.equity, currency: now.currency }])
      known.last = mark
      known.past = { ...past, start: past.start ?? mark, peak: raisedPeak(mark, past) }
    },
    forget: () => {
      known.past = null
    },
  }
}

/** On a change at most once a second, and without one often enough to show that we were there. */
export function isDue(last: Mark | null, now: Mark): boolean {
  if (last === null || now.at < last.at) return true
  const elapsed = now.at - last.at
  return elapsed >= AT_LEAST_EVERY_MS || (elapsed >= MOST_OFTEN_MS && !equals(last.equity, now.equity))
}

function readPast(store: Store, account: AccountId, now: EquityNow, today: Time): Past {
  const peak = store.peakEquity(account)
  const since = Math.min(peak?.at ?? today, today - START_WITHIN_MS)
  const moved = store.transfers(account, since, now.at)
  const transfers = moved.flatMap(({ at, amount, asset }) => {
    const rate = now.rateOf(asset)
    return rate === null || isZero(amount) ? [] : [{ at, amount: mul(amount, rate) }]
  })
  return { today, start: startOf(store, account, today, now.at), peak, transfers }
}

/** What the day began with: the reading at its start, else the first one after it. */
function startOf(store: Store, account: AccountId, today: Time, now: Time): Mark | null {
  const before = store.equityAt(account, today)
  if (before !== null && today - before.at <= START_WITHIN_MS) return before
  return store.equity(account, today, now, FINEST)[0] ?? null
}
