import { div, ONE, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { AccountState } from '../account/event.ts'

interface KnownRate {
  readonly rate: Decimal
  readonly at: Time
}

/** What accounts tell of the worth of assets: per account currency, one unit of each asset in it. */
export type Rates = ReadonlyMap<string, ReadonlyMap<string, KnownRate>>

const RATE_DIGITS = 18

/** Collects every stated rate; of several accounts' the newest stands. */
export function collectRates(states: Iterable<AccountState>): Rates {
  const rates = new Map<string, Map<string, KnownRate>>()
  for (const { totals, balances } of states) {
    const table = rates.get(totals.currency) ?? new Map<string, KnownRate>()
    rates.set(totals.currency, table)
    for (const { asset, rate, recency } of balances.values())
      if (rate !== null && recency.at >= (table.get(asset)?.at ?? 0)) table.set(asset, { rate, at: recency.at })
  }
  return rates
}

/** One unit of `from` in `to`, when some account states both in one currency; else unknown. Parity is never assumed. */
export function exchangeRate(rates: Rates, from: string, to: string): Decimal | null {
  if (from === to) return ONE
  for (const currency of rates.keys()) {
    const over = worthIn(rates, currency, from)
    const under = worthIn(rates, currency, to)
    if (over === null || under === null || !/[1-9]/.test(under)) continue
    return under === ONE ? over : div(over, under, RATE_DIGITS, 'half-even')
  }
  return null
}

/** The one all accounts share; else dollars where some account counts in them; else what most accounts count in. */
export function commonCurrency(currencies: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const currency of currencies) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  if (counts.size > 1 && counts.has('USD')) return 'USD'
  const ranked = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
  return ranked[0]?.[0] ?? 'USD'
}

function worthIn(rates: Rates, currency: string, asset: string): Decimal | null {
  return asset === currency ? ONE : (rates.get(currency)?.get(asset)?.rate ?? null)
}
