import type { FeedPace } from '../../engine/ports/feed.ts'

/**
 * The rhythm of every Bybit connection. Topics on one public connection may hold 21,000 characters together, which
 * 500 stay under. Docs: https://bybit-exchange.github.io/docs/v5/ws/connect
 */
export const pace: FeedPace = {
  connectWithin: 10_000,
  answerWithin: 10_000,
  heartbeatEvery: 20_000,
  heartbeatWithin: 10_000,
  rotateEvery: null,
  overlap: 5000,
  itemsWithin: null,
  messagesPerSecond: 10,
  topicsPerConnection: 500,
}
