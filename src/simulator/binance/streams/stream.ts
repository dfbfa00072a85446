import type { Time } from '../../../shared/ids.ts'
import type { Contract } from '../../market/contract.ts'
import type { Market } from '../../market/market.ts'
import { asInterval } from '../rest/klines.ts'
import type { StreamTopic } from '../sockets/stream-names.ts'
import { assetIndexStream } from './asset-index-stream.ts'
import { allBookTickersStream, bookTickerStream } from './book-ticker-stream.ts'
import { contractInfoStream } from './contract-info-stream.ts'
import { klineStream } from './kline-stream.ts'
import { allMarkPricesStream, markPriceStream } from './mark-price-stream.ts'
import { allTickersStream, tickerStream } from './ticker-stream.ts'

/** One stream of the market, with what it must remember between frames. */
export interface Stream {
  /** It is asked this often, in milliseconds of the exchange's time. */
  readonly everyMs: number
  /** The payloads that are due at this moment; none is usual. */
  frames(now: Time): readonly unknown[]
}

/** The stream of a topic; null for a contract or interval that does not exist, which stays silent for ever. */
export function createStream(topic: StreamTopic, market: Market): Stream | null {
  switch (topic.kind) {
    case 'all-book-tickers':
      return allBookTickersStream(market)
    case 'all-mark-prices':
      return allMarkPricesStream(market, topic.everyMs)
    case 'all-tickers':
      return allTickersStream(market, 'full')
    case 'all-mini-tickers':
      return allTickersStream(market, 'mini')
    case 'contract-info':
      return contractInfoStream(market)
    case 'asset-index':
      return assetIndexStream(market)
    case 'book-ticker':
    case 'mark-price':
    case 'kline':
    case 'ticker':
    case 'mini-ticker': {
      const contract = market.find('binance', topic.symbol)
      return contract === null ? null : contractStream(topic, contract, market)
    }
  }
}

function contractStream(
  topic: Extract<StreamTopic, { symbol: string }>,
  contract: Contract,
  market: Market,
): Stream | null {
  switch (topic.kind) {
    case 'book-ticker':
      return bookTickerStream(market, contract)
    case 'mark-price':
      return markPriceStream(market, contract, topic.everyMs)
    case 'ticker':
      return tickerStream(market, contract, 'full')
    case 'mini-ticker':
      return tickerStream(market, contract, 'mini')
    case 'kline': {
      const interval = asInterval(topic.interval)
      return interval === null ? null : klineStream(market, contract, interval)
    }
  }
}
