import type { Instrument, Instruments } from '../../engine/market/instrument.ts'

export type FindInstrument = (symbol: string, instruments: Instruments) => Instrument | undefined

/** Instruments by their symbol alone; the index is made once for each list of instruments and goes with it. */
export function createFindInstrument(): FindInstrument {
  const indexes = new WeakMap<Instruments, { readonly size: number; readonly index: ReadonlyMap<string, Instrument> }>()
  return (symbol, instruments) => {
    const known = indexes.get(instruments)
    if (known?.size === instruments.size) return known.index.get(symbol)
    const index = indexOf(instruments)
    indexes.set(instruments, { size: instruments.size, index })
    return index.get(symbol)
  }
}

function indexOf(instruments: Instruments): ReadonlyMap<string, Instrument> {
  return new Map([...instruments.values()].map((instrument) => [instrument.symbol, instrument]))
}
