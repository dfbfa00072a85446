import type { ConditionOf } from '../../../shared/alert-conditions.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { InstrumentId } from '../../../shared/ids.ts'
import type { PriceRow } from '../../../shared/market-rows.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import type { Facts } from '../facts.ts'
import type { Reading } from '../reading.ts'
import { inScope } from '../scope.ts'

export function priceReadings(condition: ConditionOf<'price-crosses'>, facts: Facts): readonly Reading[] {
  const row = facts.prices.get(condition.instrument)
  const value = row?.[condition.of] ?? null
  return row === undefined || value === null ? [] : [of(row, value, { priceLine: condition.price, priceNow: value })]
}

export function movementReadings(condition: ConditionOf<'price-moves'>, facts: Facts): readonly Reading[] {
  const { instrument, withinMs, direction } = condition
  const row = facts.prices.get(instrument)
  const moved = facts.moved(instrument, withinMs, direction)
  if (row === undefined || moved === null) return []
  const value = magnitude(moved, direction)
  return [of(row, value, { shareMoved: moved, spanWindow: String(withinMs), priceNow: row.mark ?? row.last ?? '' })]
}

/** Of one contract, or of every one with a position in the rule's scope. */
export function fundingReadings(
  rule: StoredRule,
  { instrument, rate }: ConditionOf<'funding-rate'>,
  facts: Facts,
): readonly Reading[] {
  const instruments = instrument === null ? heldInstruments(rule, facts) : new Set([instrument])
  return [...instruments].flatMap((each) => {
    const row = facts.prices.get(each)
    const value = row?.fundingRate ?? null
    return row === undefined || value === null ? [] : [of(row, value, { shareRate: value, shareLine: rate })]
  })
}

function heldInstruments(rule: StoredRule, { positions }: Facts): ReadonlySet<InstrumentId> {
  const held = [...positions.rows()].map(([, row]) => row).filter((row) => inScope(rule, row.account, row.instrument))
  return new Set(held.map((row) => row.instrument))
}

function of(row: PriceRow, value: Decimal, words: Readonly<Record<string, string>>): Reading {
  return {
    subject: row.instrument,
    account: null,
    instrument: row.instrument,
    words: { symbol: row.symbol, ...words },
    value,
    freshness: row.freshness === 'live' ? 'fresh' : 'old',
    at: row.at,
  }
}

/** A move counts by its size, in the direction that is asked for. */
export function magnitude(moved: Decimal, direction: 'up' | 'down' | 'either'): Decimal {
  const falls = moved.startsWith('-')
  const size = (falls ? moved.slice(1) : moved) as Decimal // a decimal without its sign is one
  if (direction === 'either') return size
  return falls === (direction === 'down') ? size : (`-${size}` as Decimal) // and so is its negative
}
