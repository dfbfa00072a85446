import type { Instrument } from './instrument.ts'

/** The contract whose price is what one unit of `base` is worth in `quote`: linear, without expiry, traded now. */
export function findPerpetual(instruments: Iterable<Instrument>, base: string, quote: string): Instrument | null {
  for (const instrument of instruments) if (pays(instrument, base, quote)) return instrument
  return null
}

function pays({ base, quote, settle, kind, expiresAt, trading }: Instrument, asset: string, currency: string): boolean {
  return (
    base === asset && quote === currency && settle === currency && kind === 'linear' && expiresAt === null && trading
  )
}
