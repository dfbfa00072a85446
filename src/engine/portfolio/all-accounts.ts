import { add, compare, mul, ONE, round, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { TotalRow } from '../../shared/account-rows.ts'
import type { Freshness } from '../../shared/fields.ts'
import type { Time } from '../../shared/ids.ts'
import { worstOfMany } from './freshness.ts'
import { drawdown, type Performance } from './performance.ts'
import { commonCurrency, exchangeRate, type Rates } from './rates.ts'
import { ratio } from './value.ts'

/** One account's part in the sum. `total` is null before its first snapshot. */
export interface Part {
  readonly label: string
  readonly freshness: Freshness
  readonly total: TotalRow | null
  readonly performance: Performance
}

interface Included extends Part {
  readonly total: TotalRow
  readonly rate: Decimal
}

const SUMMED = [
  'equity',
  'wallet',
  'available',
  'positionValue',
  'unrealisedPnl',
  'marginBalance',
  'initialMargin',
  'maintenanceMargin',
] as const

const DIGITS = 12
const MOST_LEFT_OUT = 64

/**
 * All accounts together, in the currency they share or else in dollars. An account that has never been read, or whose
 * currency has no known rate, is not in the sums and is named in `leftOut`; parity is never assumed. A figure that one
 * included account does not know is unknown. The peak is the sum of the accounts' peaks, though no moment need have
 * seen them together, so the drawdown is never understated; the margin ratio is that of the account nearest to
 * liquidation.
 */
export function allAccounts(parts: readonly Part[], rates: Rates, now: Time): TotalRow {
  const currency = commonCurrency(parts.flatMap(({ total }) => (total === null ? [] : [total.currency])))
  const included = parts.flatMap((part) => include(part, rates, currency))
  const out = parts.filter((part) => !included.some(({ label, total }) => label === part.label && total === part.total))
  const total = (pick: (part: Included) => Decimal | null): Decimal | null => sumOf(included, pick)
  const figures = Object.fromEntries(SUMMED.map((name) => [name, total((part) => part.total[name])]))
  return {
    account: 'all',
    currency,
    // One entry per name of SUMMED, which the object type of `fromEntries` forgets.
    ...(figures as Pick<TotalRow, (typeof SUMMED)[number]>),
    marginRatio: highestRatio(included),
    ...performanceOfAll(total),
    todaySince: latest(included.flatMap(({ performance }) => performance.todaySince ?? [])),
    positions: parts.reduce((count, part) => count + (part.total?.positions ?? 0), 0),
    leftOut: [...out.map(({ label }) => label), ...included.flatMap(namedIn)].slice(0, MOST_LEFT_OUT),
    freshness: parts.length === 0 ? 'live' : worstOfMany(parts.map(({ freshness }) => freshness)),
    at: newest(included, ({ at }) => at, now),
    heardAt: newest(included, ({ heardAt }) => heardAt, now),
    source: 'computed',
  }
}

function include(part: Part, rates: Rates, currency: string): readonly Included[] {
  if (part.total === null) return []
  const rate = exchangeRate(rates, part.total.currency, currency)
  return rate === null ? [] : [{ ...part, total: part.total, rate }]
}

function performanceOfAll(
  total: (pick: (part: Included) => Decimal | null) => Decimal | null,
): Pick<TotalRow, 'peakEquity' | 'drawdown' | 'todayPnl' | 'todayReturn'> {
  const peakEquity = total(({ performance }) => performance.peakEquity)
  const kept = total(({ performance }) => performance.keptOfPeak)
  const todayPnl = total(({ performance }) => performance.todayPnl)
  const todayBase = total(({ performance }) => performance.todayBase)
  return {
    peakEquity,
    drawdown: peakEquity === null || kept === null ? null : drawdown(kept, peakEquity),
    todayPnl,
    todayReturn: ratio(todayPnl, todayBase),
  }
}

/** Of nothing at all nothing is known: no account is not the same as an empty one. */
function sumOf(parts: readonly Included[], pick: (part: Included) => Decimal | null): Decimal | null {
  let sum = ZERO
  for (const part of parts) {
    const figure = pick(part)
    if (figure === null) return null
    sum = add(sum, part.rate === ONE ? figure : mul(figure, part.rate))
  }
  return parts.length === 0 ? null : trim(round(sum, DIGITS, 'half-even'))
}

/** Some accounts may be counted from earlier; the sum is whole from the last one on. */
function latest(times: readonly Time[]): Time | null {
  return times.length === 0 ? null : Math.max(...times)
}

function highestRatio(parts: readonly Included[]): Decimal | null {
  if (parts.length === 0) return null
  return parts.reduce<Decimal | null>((highest, { total }) => {
    if (highest === null || total.marginRatio === null) return null
    return compare(total.marginRatio, highest) > 0 ? total.marginRatio : highest
  }, ZERO)
}

function namedIn({ label, total }: Included): readonly string[] {
  return total.leftOut.map((asset) => `${label}: ${asset}`.slice(0, 64))
}

function newest(parts: readonly Included[], pick: (row: TotalRow) => Time, otherwise: Time): Time {
  return parts.length === 0 ? otherwise : Math.max(...parts.map(({ total }) => pick(total)))
}
