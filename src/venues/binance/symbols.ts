import type { Instruments } from '../../engine/market/instrument.ts'
import { instrumentId, marketOf, type InstrumentId } from '../../shared/ids.ts'

/** `st` of rows that belong to COIN-M, which has shared streams with our market since mid 2026; ours say 1 or nothing. */
const COIN_MARGINED = 2

export function isCoinMargined(row: { readonly st?: unknown }): boolean {
  return row.st === COIN_MARGINED
}

/**
 * The contract of a symbol, if the exchange's list has it. A list holds one market place, so its first entry names the
 * market. Nothing is ever read out of the symbol itself.
 */
export function findInstrument(instruments: Instruments, symbol: string): InstrumentId | null {
  const first = instruments.keys().next()
  if (first.done === true) return null
  const found = instrumentId(marketOf(first.value), symbol)
  return instruments.has(found) ? found : null
}

export type FindInstrument = typeof findInstrument

/** The same, remembering what was found in a list: thousands of frames a second ask for few symbols. */
export function createFinder(): FindInstrument {
  const lists = new WeakMap<Instruments, Map<string, InstrumentId>>()
  return (instruments, symbol) => {
    const list = lists.get(instruments)
    if (list === undefined) lists.set(instruments, new Map())
    const known = list?.get(symbol)
    if (known !== undefined) return known
    const found = findInstrument(instruments, symbol)
    if (found !== null) list?.set(symbol, found)
    return found
  }
}
