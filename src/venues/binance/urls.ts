import type { HostOverrides, Hosts } from '../../engine/ports/venue.ts'
import type { Environment } from '../../shared/fields.ts'

/** Our names of the hosts: futures REST, wallet REST (key rights live there), and the root of all streams. */
export type HostName = 'rest' | 'sapi' | 'stream'

/** Environment variables that replace hosts; the stream's value ends before `/public`, `/market` and `/private`. */
export const hostVariables: Readonly<Record<HostName, string>> = {
  rest: 'TIDEMARK_BINANCE_REST_URL',
  sapi: 'TIDEMARK_BINANCE_SAPI_URL',
  stream: 'TIDEMARK_BINANCE_WS_URL',
}

export const environments: readonly Environment[] = ['mainnet', 'testnet', 'demo-trading', 'simulator']

/**
 * https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info
 * The test environments have no wallet host: their `sapi` is the futures host and is never asked, see `key-rights.ts`.
 */
const known: Readonly<Record<Environment, Readonly<Record<HostName, string>>>> = {
  mainnet: {
    rest: 'https://fapi.binance.com',
    sapi: 'https://api.binance.com',
    stream: 'wss://fstream.binance.com',
  },
  testnet: {
    rest: 'https://testnet.binancefuture.com',
    sapi: 'https://testnet.binancefuture.com',
    stream: 'wss://fstream.binancefuture.com',
  },
  'demo-trading': {
    rest: 'https://demo-fapi.binance.com',
    sapi: 'https://demo-fapi.binance.com',
    stream: 'wss://demo-fstream.binance.com',
  },
  simulator: {
    rest: 'http://binance.simulator',
    sapi: 'http://binance.simulator',
    stream: 'ws://binance.simulator',
  },
}

export function hostsOf(environment: Environment, overrides: HostOverrides): Hosts {
  const hosts = known[environment]
  return {
    rest: withoutSlash(overrides['rest'] ?? hosts.rest),
    sapi: withoutSlash(overrides['sapi'] ?? hosts.sapi),
    stream: withoutSlash(overrides['stream'] ?? hosts.stream),
  }
}

/** Each environment has an order book, and so prices, of its own. */
export function placeOf(environment: Environment): string {
  return environment
}

/** Hosts reach us as a record by name; one that is missing is a fault of ours. */
export function hostOf(hosts: Hosts, name: string): string {
  const host = hosts[name]
  if (host === undefined) throw new Error(`No host named ${name}`)
  return host
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
