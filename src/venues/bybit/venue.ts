import { venueId } from '../../shared/ids.ts'
import type { Venue } from '../../engine/ports/venue.ts'
import { signedReads } from '../signed-reads.ts'
import { answer } from './answer.ts'
import { budgets } from './budgets.ts'
import { candles } from './candles.ts'
import { endedOrders } from './ended-orders.ts'
import { executions } from './executions.ts'
import { VENUE_NAME } from './failures.ts'
import { instruments } from './instruments.ts'
import { keyRights } from './key-rights.ts'
import { marketFeeds } from './market-feeds.ts'
import { prices } from './prices.ts'
import { privateFeed } from './private-feed.ts'
import { recognise } from './recognise.ts'
import { serverTime } from './server-time.ts'
import { request } from './sign.ts'
import { snapshot } from './snapshot.ts'
import { transactions } from './transactions.ts'
import { hosts, hostVariables, place } from './urls.ts'

/** Bybit v5, unified accounts: USDT and USDC linear and inverse contracts. */
export const bybit: Venue = {
  id: venueId('bybit'),
  name: VENUE_NAME,
  environments: ['mainnet', 'testnet', 'demo-trading', 'simulator'],
  signing: ['hmac', 'rsa'],
  budgets,
  signedReads: signedReads.bybit,
  hostVariables,
  hosts,
  place,
  request,
  answer,
  serverTime,
  instruments,
  prices,
  candles,
  keyRights,
  recognise,
  snapshot,
  history: [executions, transactions, endedOrders],
  privateFeed,
  marketFeeds,
}
