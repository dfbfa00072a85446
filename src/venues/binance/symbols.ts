import type { Instruments } from '../../engine/market/instrument.ts'
import { instrumentId, marketOf, type InstrumentId } from '../../shared/ids.ts'

/** `st` of rows that belong to the COIN-M market, which shares streams with ours. */
const COIN_MARGINED = 2

export function isCoinMargined(row: { readonly st?: number | null | undefined }): boolean {
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
