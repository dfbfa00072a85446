import type { CandleRow } from '../../shared/market-rows.ts'

/**
 * Which of two reports of one candle to keep. A closed one is final; of two open ones the larger volume is the later,
 * because volume only grows while a candle is built, wherever the report came from.
 */
export function newerCandle(known: CandleRow | undefined, offered: CandleRow): CandleRow {
  if (known === undefined || offered.closed) return offered
  if (known.closed) return known
  return approximateVolume(offered) >= approximateVolume(known) ? offered : known
}

/** For ordering only. */
function approximateVolume(candle: CandleRow): number {
  return Number.parseFloat(candle.volume)
}
