import type { Environment } from '../../shared/fields.ts'
import type { HostOverrides, Hosts } from '../../engine/ports/venue.ts'

/** The three hosts an account needs. Docs: https://bybit-exchange.github.io/docs/v5/guide and /v5/ws/connect */
export interface BybitHosts extends Hosts {
  readonly rest: string
  /** As far as `/v5/public`; the feed adds its category. */
  readonly publicStream: string
  /** As far as `/v5/private`. */
  readonly privateStream: string
}

export const hostVariables = {
  rest: 'TIDEMARK_BYBIT_REST_URL',
  publicStream: 'TIDEMARK_BYBIT_PUBLIC_WS_URL',
  privateStream: 'TIDEMARK_BYBIT_PRIVATE_WS_URL',
} as const

const mainnet: BybitHosts = {
  rest: 'https://api.bybit.com',
  publicStream: 'wss://stream.bybit.com/v5/public',
  privateStream: 'wss://stream.bybit.com/v5/private',
}

const byEnvironment: Readonly<Record<Environment, BybitHosts>> = {
  mainnet,
  testnet: {
    rest: 'https://api-testnet.bybit.com',
    publicStream: 'wss://stream-testnet.bybit.com/v5/public',
    privateStream: 'wss://stream-testnet.bybit.com/v5/private',
  },
  // Demo trading has no public stream of its own: it trades on mainnet prices.
  // https://bybit-exchange.github.io/docs/v5/demo
  'demo-trading': {
    rest: 'https://api-demo.bybit.com',
    publicStream: mainnet.publicStream,
    privateStream: 'wss://stream-demo.bybit.com/v5/private',
  },
  simulator: {
    rest: 'http://bybit.simulator',
    publicStream: 'ws://bybit.simulator/v5/public',
    privateStream: 'ws://bybit.simulator/v5/private',
  },
}

export function hosts(environment: Environment, overrides: HostOverrides): BybitHosts {
  const own = byEnvironment[environment]
  return {
    rest: withoutSlash(overrides['rest'] ?? own.rest),
    publicStream: withoutSlash(overrides['publicStream'] ?? own.publicStream),
    privateStream: withoutSlash(overrides['privateStream'] ?? own.privateStream),
  }
}

/** Demo trading is valued at mainnet prices, so both share one market place. */
export function place(environment: Environment): string {
  return environment === 'demo-trading' ? 'mainnet' : environment
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
