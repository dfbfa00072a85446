import { decimal } from '../../shared/decimal.ts'
import type { VenueName } from '../market/contract.ts'
import type { AccountSpec } from './account-spec.ts'

/** A key that opens one of the demo accounts; it is no secret, and may only read. */
export interface DemoKey {
  /** The simulator's own name of the account, e.g. "bybit-demo". */
  readonly account: string
  readonly venue: VenueName
  readonly label: string
  readonly apiKey: string
  readonly apiSecret: string
}

export const demoKeys: readonly DemoKey[] = [
  {
    account: 'bybit-demo',
    venue: 'bybit',
    label: 'Bybit demo',
    apiKey: 'TIDEMARKDEMO000001',
    apiSecret: 'simulated-account-without-any-money-1',
  },
  {
    account: 'binance-demo',
    venue: 'binance',
    label: 'Binance demo',
    apiKey: 'tidemarkDemo0000000000000000000000000000000000000000000000000002',
    apiSecret: 'simulated-account-without-any-money-0000000000000000000000000002',
  },
]

export const demoAccounts: readonly AccountSpec[] = [
  {
    id: 'bybit-demo',
    venue: 'bybit',
    user: 592_324,
    modes: {},
    deposits: [
      { asset: 'USDT', amount: decimal('7200') },
      { asset: 'BTC', amount: decimal('0.0214') },
    ],
    past: 'months',
    bot: 'trades',
    keys: keysOf('bybit'),
  },
  {
    id: 'binance-demo',
    venue: 'binance',
    user: 35_412_907,
    modes: { fees: 'bnb' },
    deposits: [
      { asset: 'USDT', amount: decimal('5600') },
      { asset: 'BNB', amount: decimal('1.25') },
    ],
    past: 'months',
    bot: 'trades',
    keys: keysOf('binance'),
  },
]

function keysOf(venue: VenueName): AccountSpec['keys'] {
  return demoKeys.filter((key) => key.venue === venue).map(({ apiKey, apiSecret }) => ({ apiKey, secret: apiSecret }))
}
