import type { FeedPace } from '../../engine/ports/feed.ts'
import { MESSAGES_PER_SECOND, TOPICS_PER_CONNECTION } from './subscribe.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

/**
 * The exchange hangs up after 24 hours and not always politely, so we move to a new connection before.
 * https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams
 */
const common = {
  connectWithin: 10 * SECOND,
  answerWithin: 10 * SECOND,
  heartbeatEvery: 30 * SECOND,
  heartbeatWithin: 10 * SECOND,
  rotateEvery: 23 * HOUR,
  overlap: 5 * SECOND,
  messagesPerSecond: MESSAGES_PER_SECOND,
  topicsPerConnection: TOPICS_PER_CONNECTION,
} as const

/** Idle accounts are silent; only the heartbeat proves that the line is alive. */
export const privatePace: FeedPace = { ...common, itemsWithin: null }

/** A subscription on the wrong route is confirmed and stays silent, so confirmation proves nothing without data. */
export const bookPace: FeedPace = { ...common, itemsWithin: 60 * SECOND }

/** Mark prices come every second for every contract. */
export const marketPace: FeedPace = { ...common, itemsWithin: 15 * SECOND }
