import type { ConnectionPace } from './sockets/connection-life.ts'
import { venuePace } from './sockets/connection-life.ts'

/** Where the real venue's behaviour is disputed or too slow to wait for; the defaults are the strictest reports. */
export interface BinanceOptions {
  readonly pace: ConnectionPace
  readonly weightPerMinute: number
  readonly listenKeyLifeMs: number
  /** `page` on the income list is gone since 2026-10: refused, or read by nobody. */
  readonly incomePage: 'refused' | 'ignored'
  /** Which of the two codes answers trades over more than seven days. */
  readonly longSpan: -4165 | -1127
  /** A private socket that names no `events` hears this much. */
  readonly withoutEvents: 'all' | 'nothing'
  /** `/private/ws/<key>`: documented, silent on the real venue. */
  readonly pathForm: 'works' | 'silent'
}

export const usualOptions: BinanceOptions = {
  pace: venuePace,
  weightPerMinute: 2400,
  listenKeyLifeMs: 3_600_000,
  incomePage: 'refused',
  longSpan: -4165,
  withoutEvents: 'nothing',
  pathForm: 'silent',
}
