import type { Venue } from '../../engine/ports/venue.ts'
import { signedReads } from '../signed-reads.ts'
import { outcomeOf } from './answer.ts'
import { candlesPlan } from './candles.ts'
import { endedOrders } from './ended-orders.ts'
import { ledger } from './history.ts'
import { instrumentsPlan } from './instruments.ts'
import { keyRightsPlan } from './key-rights.ts'
import { marketFeeds } from './market-feeds.ts'
import { BINANCE, NAME } from './name.ts'
import { pricesPlan } from './prices.ts'
import { privateFeed } from './private-feed.ts'
import { budgets } from './reads.ts'
import { recognisePlan } from './recognise.ts'
import { serverTimePlan } from './server-time.ts'
import { requestOf } from './sign.ts'
import { snapshotPlan } from './snapshot.ts'
import { environments, hostsOf, hostVariables, placeOf } from './urls.ts'

/** Binance USDⓈ-M futures. https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info */
export const binance: Venue = {
  id: BINANCE,
  name: NAME,
  environments,
  signing: ['hmac', 'rsa', 'ed25519'],
  budgets,
  signedReads: signedReads.binance,
  hostVariables,
  hosts: hostsOf,
  place: placeOf,
  request: requestOf,
  answer: outcomeOf,
  serverTime: serverTimePlan,
  instruments: ({ market }) => instrumentsPlan(market),
  prices: (_context, instruments) => pricesPlan(instruments),
  candles: (_context, instrument, interval, before, count, now) =>
    candlesPlan(instrument, interval, before, count, now),
  keyRights: keyRightsPlan,
  recognise: recognisePlan,
  snapshot: ({ market }) => snapshotPlan(market),
  history: [ledger, endedOrders],
  privateFeed,
  marketFeeds,
}
