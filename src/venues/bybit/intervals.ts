import type { CandleInterval } from '../../shared/market-rows.ts'

interface Interval {
  readonly interval: CandleInterval
  /** Bybit's word. Docs: https://bybit-exchange.github.io/docs/v5/enum#interval */
  readonly word: string
  readonly lengthMs: number
}

const MINUTE = 60_000

export const intervals: Readonly<Record<CandleInterval, Interval>> = {
  '1m': { interval: '1m', word: '1', lengthMs: MINUTE },
  '5m': { interval: '5m', word: '5', lengthMs: 5 * MINUTE },
  '15m': { interval: '15m', word: '15', lengthMs: 15 * MINUTE },
  '1h': { interval: '1h', word: '60', lengthMs: 60 * MINUTE },
  '4h': { interval: '4h', word: '240', lengthMs: 240 * MINUTE },
  '1d': { interval: '1d', word: 'D', lengthMs: 1440 * MINUTE },
}

const byWord: ReadonlyMap<string, CandleInterval> = new Map(
  Object.values(intervals).map(({ word, interval }) => [word, interval]),
)

export function intervalOf(word: string): CandleInterval | null {
  return byWord.get(word) ?? null
}
