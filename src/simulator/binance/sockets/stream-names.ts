/** The two routes of market data; a stream asked for on the wrong one is acknowledged and never speaks. */
export type MarketRoute = 'public' | 'market'

export type StreamTopic =
  | { readonly kind: 'book-ticker'; readonly symbol: string }
  | { readonly kind: 'all-book-tickers' }
  | { readonly kind: 'mark-price'; readonly symbol: string; readonly everyMs: number }
  | { readonly kind: 'all-mark-prices'; readonly everyMs: number }
  | { readonly kind: 'kline'; readonly symbol: string; readonly interval: string }
  | { readonly kind: 'ticker'; readonly symbol: string }
  | { readonly kind: 'mini-ticker'; readonly symbol: string }
  | { readonly kind: 'all-tickers' }
  | { readonly kind: 'all-mini-tickers' }
  | { readonly kind: 'contract-info' }
  | { readonly kind: 'asset-index' }

const MARK_EVERY = 3000
const MARK_FAST = 1000
const INTERVAL = /^kline_(\d{1,2}[mhdwM])$/

const wholeMarket: Readonly<Record<string, StreamTopic>> = {
  '!bookTicker': { kind: 'all-book-tickers' },
  '!markPrice@arr': { kind: 'all-mark-prices', everyMs: MARK_EVERY },
  '!markPrice@arr@1s': { kind: 'all-mark-prices', everyMs: MARK_FAST },
  '!ticker@arr': { kind: 'all-tickers' },
  '!miniTicker@arr': { kind: 'all-mini-tickers' },
  '!contractInfo': { kind: 'contract-info' },
  '!assetIndex@arr': { kind: 'asset-index' },
}

/** What a stream name asks for; null for names that no stream has. The symbol comes back in the venue's upper case. */
export function parseStreamName(name: string): StreamTopic | null {
  const whole = wholeMarket[name]
  if (whole !== undefined) return whole
  const at = name.indexOf('@')
  if (at <= 0) return null
  const lower = name.slice(0, at)
  return lower === lower.toLowerCase() ? symbolTopic(lower.toUpperCase(), name.slice(at + 1)) : null
}

/** Which route carries a topic (change notice of 2026-03: /public for the book, /market for the rest). */
export function routeOf(topic: StreamTopic): MarketRoute {
  return topic.kind === 'book-ticker' || topic.kind === 'all-book-tickers' ? 'public' : 'market'
}

function symbolTopic(symbol: string, channel: string): StreamTopic | null {
  if (channel === 'bookTicker') return { kind: 'book-ticker', symbol }
  if (channel === 'markPrice') return { kind: 'mark-price', symbol, everyMs: MARK_EVERY }
  if (channel === 'markPrice@1s') return { kind: 'mark-price', symbol, everyMs: MARK_FAST }
  if (channel === 'ticker') return { kind: 'ticker', symbol }
  if (channel === 'miniTicker') return { kind: 'mini-ticker', symbol }
  const interval = INTERVAL.exec(channel)?.[1]
  return interval === undefined ? null : { kind: 'kline', symbol, interval }
}
