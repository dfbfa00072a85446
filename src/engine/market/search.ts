import type { InstrumentRow } from '../../shared/market-rows.ts'
import type { Instrument } from './instrument.ts'

const MOST = 50

/** Contracts that match what was typed, the likeliest first: whole symbol, then its beginning, then anywhere in it. */
export function search(instruments: Iterable<Instrument>, text: string, marketName: string): readonly InstrumentRow[] {
  const wish = text
    .trim()
    .toUpperCase()
    .replace(/[\s/_-]/g, '')
  const found: { readonly instrument: Instrument; readonly rank: number }[] = []
  for (const instrument of instruments) {
    const rank = instrument.trading ? rankOf(instrument, wish) : null
    if (rank !== null) found.push({ instrument, rank })
  }
  found.sort((a, b) => a.rank - b.rank || bySymbol(a.instrument, b.instrument))
  return found.slice(0, MOST).map(({ instrument }) => toRow(instrument, marketName))
}

function rankOf({ symbol, base, expiresAt }: Instrument, wish: string): number | null {
  const plain = symbol.toUpperCase()
  const dated = expiresAt === null ? 0 : 0.5
  if (plain === wish) return 0
  if (base.toUpperCase() === wish) return 1 + dated
  if (plain.startsWith(wish)) return 2 + dated
  return plain.includes(wish) ? 3 + dated : null
}

function bySymbol(a: Instrument, b: Instrument): number {
  return a.symbol.length - b.symbol.length || (a.symbol < b.symbol ? -1 : 1)
}

function toRow(instrument: Instrument, marketName: string): InstrumentRow {
  const { instrument: id, market, symbol, base, quote, settle, kind, expiresAt, tick, step } = instrument
  return { instrument: id, market, marketName, symbol, base, quote, settle, kind, expiresAt, tick, step }
}
