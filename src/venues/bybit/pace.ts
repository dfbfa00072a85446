import type { FeedPace } from '../../engine/ports/feed.ts'

/**
 * Routine hang-ups come every few hours and unannounced, so there is no time to rotate by. Topics on one public
 * connection may hold 21,000 characters together, which 500 stay under.
 * Docs: https://bybit-exchange.github.io/docs/v5/ws/connect
 */
const common = {
  connectWithin: 10_000,
  answerWithin: 10_000,
  heartbeatEvery: 20_000,
  heartbeatWithin: 10_000,
  rotateEvery: null,
  overlap: 5000,
  messagesPerSecond: 10,
  topicsPerConnection: 500,
} as const

/** Idle accounts are silent; only the heartbeat proves that the line is alive. */
export const privatePace: FeedPace = { ...common, itemsWithin: null }

/** Tickers are pushed up to ten times a second; contracts on stocks alone may pause, and gain a snapshot from redialling. */
export const marketPace: FeedPace = { ...common, itemsWithin: 20_000 }
