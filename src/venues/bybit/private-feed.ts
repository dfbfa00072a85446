import type { PrivateFeed } from '../../engine/ports/feed.ts'
import type { MarketContext } from '../../engine/ports/venue.ts'
import { createHear } from './hear.ts'
import { hearPrivateTopic } from './hear-private.ts'
import { privatePace } from './pace.ts'
import { login } from './sign.ts'
import { heartbeatFrame, subscribeFrames, unsubscribeFrames } from './subscribe.ts'

/**
 * Everything an account tells of itself. None of the topics sends a snapshot when it is subscribed, and none repeats
 * what happened while the line was down. Docs: https://bybit-exchange.github.io/docs/v5/ws/connect
 */
export function privateFeed({ market, hosts }: Pick<MarketContext, 'market' | 'hosts'>): PrivateFeed {
  return {
    name: 'private',
    topics: ['wallet', 'position', 'execution', 'order'],
    pace: privatePace,
    ticketing: null,
    url: () => hosts['privateStream'] ?? '',
    login: (now, signer) => (signer === null ? null : login(now, signer)),
    subscribe: subscribeFrames,
    unsubscribe: unsubscribeFrames,
    heartbeat: heartbeatFrame,
    hear: createHear((topic, body, context) => hearPrivateTopic(market, topic, body, context)),
  }
}
