import type { Market } from '../../market/market.ts'
import { assetIndexes } from '../rest/asset-index.ts'
import type { Stream } from './stream.ts'

/** `!assetIndex@arr`: every second, all collateral assets in one array. */
export function assetIndexStream(market: Market): Stream {
  return {
    everyMs: 1000,
    frames: (now) => [
      assetIndexes(market, now).map((row) => ({
        e: 'assetIndexUpdate',
        E: now,
        s: row.symbol,
        i: row.index,
        b: row.bidBuffer,
        a: row.askBuffer,
        B: row.bidRate,
        A: row.askRate,
        q: row.autoExchangeBidBuffer,
        g: row.autoExchangeAskBuffer,
        Q: row.autoExchangeBidRate,
        G: row.autoExchangeAskRate,
      })),
    ],
  }
}
