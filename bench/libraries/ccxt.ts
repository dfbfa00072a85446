import { loadPackage, type Library } from './library.ts'

/** As much of ccxt.pro as is used here. */
interface Exchange {
  readonly tickers: Readonly<Record<string, unknown>>
  readonly bidsasks: Readonly<Record<string, unknown>>
  setMarkets(markets: readonly object[]): void
  client(url: string): Client
}

interface Client {
  onMessage(event: { readonly data: string }): void
  reject(error: unknown): void
}

type Make = new (options: object) => Exchange

interface Venue {
  readonly exchange: string
  readonly url: string
  readonly kinds: readonly string[]
}

/** ccxt.pro's own client hears each text: it parses, and `handleMessage` keeps unified tickers, candles, orders and trades. */
export async function ccxtLibrary({ exchange: name, url, kinds }: Venue, symbols: readonly string[]): Promise<Library> {
  const { pro } = (await loadPackage('ccxt')) as { readonly pro: Readonly<Record<string, Make>> }
  const exchange = new pro[name]!({ newUpdates: true })
  exchange.setMarkets(symbols.map(marketOf))
  const client = exchange.client(url)
  const trouble: { first: unknown } = { first: null }
  // ccxt hands what goes wrong to whoever waits; nobody does here, so it is kept and told.
  client.reject = (error) => {
    trouble.first ??= error
  }
  return {
    name: 'ccxt',
    does: 'parses and keeps unified structures, amounts as floating-point numbers, nothing validated',
    kinds,
    take: ({ text }) => client.onMessage({ data: text }),
    understood: () => {
      if (trouble.first !== null) throw new Error(`ccxt stumbled: ${String(trouble.first)}`)
      return Object.keys(exchange.tickers).length + Object.keys(exchange.bidsasks).length
    },
  }
}

function marketOf(id: string): object {
  const base = id.slice(0, -4)
  const kind = { type: 'swap', spot: false, swap: true, contract: true, linear: true, inverse: false, active: true }
  const precision = { price: 1e-7, amount: 0.001 }
  const asset = { base, quote: 'USDT', settle: 'USDT', baseId: base, quoteId: 'USDT', settleId: 'USDT' }
  return { id, symbol: `${base}/USDT:USDT`, ...asset, ...kind, contractSize: 1, precision, limits: {}, info: {} }
}
