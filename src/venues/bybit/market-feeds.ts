import type { MarketFeed } from '../../engine/ports/feed.ts'
import type { Hosts, MarketWant } from '../../engine/ports/venue.ts'
import { assertNever } from '../../shared/result.ts'
import { createHear } from './hear.ts'
import { createHearMarketTopic, createHearTickerQuickly } from './hear-market.ts'
import { intervals } from './intervals.ts'
import { marketPace } from './pace.ts'
import { heartbeatFrame, subscribeFrames, unsubscribeFrames } from './subscribe.ts'

type Category = 'linear' | 'inverse'

/**
 * Public prices and candles, one connection per category; `linear` carries USDT and USDC contracts together.
 * Docs: https://bybit-exchange.github.io/docs/v5/ws/connect
 */
export function marketFeeds(hosts: Hosts): readonly MarketFeed[] {
  return [marketFeed(hosts, 'linear'), marketFeed(hosts, 'inverse')]
}

function marketFeed(hosts: Hosts, category: Category): MarketFeed {
  return {
    name: category,
    pace: marketPace,
    ticketing: null,
    url: () => `${hosts['publicStream'] ?? ''}/${category}`,
    login: () => null,
    subscribe: subscribeFrames,
    unsubscribe: unsubscribeFrames,
    heartbeat: heartbeatFrame,
    hear: createHear(createHearMarketTopic(), createHearTickerQuickly()),
    topicsFor: (want) => (want.instrument.kind === category ? [topicOf(want)] : []),
  }
}

function topicOf(want: MarketWant): string {
  switch (want.kind) {
    case 'price':
      return `tickers.${want.instrument.symbol}`
    case 'candle':
      return `kline.${intervals[want.interval].word}.${want.instrument.symbol}`
    default:
      return assertNever(want)
  }
}
