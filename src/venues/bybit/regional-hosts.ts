/** The hosts of one of Bybit's regional sites. `stream` is null where the documents name none: the global one serves. */
export interface RegionalHosts {
  readonly site: string
  readonly rest: string
  readonly stream: string | null
}

/**
 * Sites with keys and hosts of their own. An account of such a site is reached by overriding the mainnet hosts with
 * these: `rest`, `<stream>/v5/public` and `<stream>/v5/private`.
 * Docs: https://bybit-exchange.github.io/docs/v5/guide (REST), /v5/ws/connect (streams), as of 2026-07-24.
 */
export const regionalHosts: readonly RegionalHosts[] = [
  { site: 'Global, second name', rest: 'https://api.bytick.com', stream: null },
  { site: 'European Economic Area', rest: 'https://api.bybit.eu', stream: 'wss://stream.bybit.eu' },
  { site: 'Netherlands', rest: 'https://api.bybit.nl', stream: null },
  { site: 'Türkiye', rest: 'https://api.bybit.tr', stream: 'wss://stream.bybit.tr' },
  { site: 'Kazakhstan', rest: 'https://api.bybit.kz', stream: 'wss://stream.bybit.kz' },
  { site: 'Georgia', rest: 'https://api.bybitgeorgia.ge', stream: 'wss://stream.bybitgeorgia.ge' },
  { site: 'United Arab Emirates', rest: 'https://api.bybit.ae', stream: null },
  { site: 'Indonesia', rest: 'https://api.bybit.id', stream: 'wss://stream.bybit.id' },
  { site: 'Japan', rest: 'https://api.manepa.jp', stream: 'wss://stream.manepa.jp' },
]
