import { ccxtLibrary } from './ccxt.ts'
import type { Library } from './library.ts'
import { sdkLibrary } from './sdk.ts'

/** What each venue's frames are also given to. */
export async function librariesFor(venue: string, symbols: readonly string[]): Promise<readonly Library[]> {
  return venue === 'bybit' ? forBybit(symbols) : forBinance(symbols)
}

const BYBIT = ['ticker delta', 'ticker snapshot', 'kline']
const BINANCE = ['bookTicker', 'markPrice', '24hrTicker', 'kline']

async function forBybit(symbols: readonly string[]): Promise<readonly Library[]> {
  const url = 'wss://stream.bybit.com/v5/public/linear'
  return [
    await ccxtLibrary({ exchange: 'bybit', url, kinds: BYBIT }, symbols),
    await sdkLibrary({
      packageName: 'bybit-api',
      event: 'update',
      key: 'v5LinearPublic',
      kinds: BYBIT,
      options: {},
      does: 'less than we do: it parses and emits, checks nothing and keeps no state',
    }),
  ]
}

async function forBinance(symbols: readonly string[]): Promise<readonly Library[]> {
  const url = 'wss://fstream.binance.com/public/ws'
  const sdk = { packageName: 'binance', key: 'usdm', kinds: BINANCE } as const
  return [
    await ccxtLibrary({ exchange: 'binanceusdm', url, kinds: BINANCE }, symbols),
    await sdkLibrary({
      ...sdk,
      event: 'message',
      options: {},
      does: 'less than we do: it parses and emits, checks nothing and keeps no state',
    }),
    await sdkLibrary({
      ...sdk,
      event: 'formattedMessage',
      options: { beautify: true },
      does: 'as above, and gives fields long names and floating-point numbers; no state',
    }),
  ]
}
