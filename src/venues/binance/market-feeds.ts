import type { FeedPace, MarketFeed } from '../../engine/ports/feed.ts'
import type { Hosts, MarketWant } from '../../engine/ports/venue.ts'
import { createHearMarket } from './hear-market.ts'
import { bookPace, marketPace } from './pace.ts'
import { heartbeatFrame, subscribeFrames, unsubscribeFrames } from './subscribe.ts'
import { hostOf } from './urls.ts'

/**
 * Two connections, because each stream lives on one route only: asked for on the other it is confirmed and never
 * speaks. https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Important-WebSocket-Change-Notice
 */
export function marketFeeds(hosts: Hosts): readonly MarketFeed[] {
  const root = hostOf(hosts, 'stream')
  return [
    marketFeed('public', `${root}/public/ws`, bookPace, bookTopics),
    marketFeed('market', `${root}/market/ws`, marketPace, marketTopics),
  ]
}

type Topics = (want: MarketWant) => readonly string[]

function marketFeed(name: string, url: string, pace: FeedPace, topicsFor: Topics): MarketFeed {
  return {
    name,
    pace,
    ticketing: null,
    url: () => url,
    login: () => null,
    subscribe: subscribeFrames,
    unsubscribe: unsubscribeFrames,
    heartbeat: heartbeatFrame,
    hear: createHearMarket(),
    topicsFor,
  }
}

/** Per symbol: the stream of all symbols together is throttled to one frame in five seconds. */
function bookTopics(want: MarketWant): readonly string[] {
  return want.kind === 'price' ? [`${streamOf(want)}@bookTicker`] : []
}

/** Mark prices come along with candles as well: they tick when nothing trades, so silence shows. */
function marketTopics(want: MarketWant): readonly string[] {
  const stream = streamOf(want)
  const own = want.kind === 'price' ? `${stream}@ticker` : `${stream}@kline_${want.interval}`
  return [`${stream}@markPrice@1s`, own, '!contractInfo']
}

/** Upper-case names are accepted and silent. */
function streamOf(want: MarketWant): string {
  return want.instrument.symbol.toLowerCase()
}
