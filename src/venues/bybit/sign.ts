import type { HttpRequest } from '../../engine/ports/http.ts'
import type { Read } from '../../engine/ports/plan.ts'
import type { Hosts } from '../../engine/ports/venue.ts'
import type { Signer } from '../../engine/ports/vault.ts'
import type { Time } from '../../shared/ids.ts'

/** A signed request older than this when it arrives is refused; newer than server time + 1 s always is. */
const RECEIVE_WINDOW_MS = '5000'
/** A login must expire in the future, and not so soon that a slow line makes it late. */
const LOGIN_VALID_MS = 10_000
const TIMEOUT_MS = 10_000

/**
 * The exact bytes to send. What is signed is the query as it stands in the URL; cursors, which arrive percent-encoded,
 * are encoded once more like any other value. Docs: https://bybit-exchange.github.io/docs/v5/guide#authentication
 */
export function request(read: Read, hosts: Hosts, now: Time, signer: Signer | null): HttpRequest {
  const host = hosts[read.host]
  if (host === undefined) throw new Error(`No host named ${read.host}`)
  const query = queryText(read.query)
  return {
    method: read.method,
    url: `${host}${read.path}${query === '' ? '' : `?${query}`}`,
    headers: read.access === 'public' ? {} : signedHeaders(query, now, signer),
    timeoutMs: TIMEOUT_MS,
  }
}

/** The frame that logs a private stream in; `now` is the exchange's time. */
export function login(now: Time, signer: Signer): string {
  const expires = Math.floor(now) + LOGIN_VALID_MS
  const signature = signer.sign(`GET/realtime${expires}`)
  return JSON.stringify({ req_id: 'login', op: 'auth', args: [signer.apiKey, expires, signature] })
}

/** The text whose signature goes with a request without a body. */
export function signedText(now: Time, apiKey: string, query: string): string {
  return `${Math.floor(now)}${apiKey}${RECEIVE_WINDOW_MS}${query}`
}

function signedHeaders(query: string, now: Time, signer: Signer | null): Readonly<Record<string, string>> {
  if (signer === null) throw new Error('A signed request needs a signer')
  return {
    'X-BAPI-API-KEY': signer.apiKey,
    'X-BAPI-TIMESTAMP': String(Math.floor(now)),
    'X-BAPI-RECV-WINDOW': RECEIVE_WINDOW_MS,
    'X-BAPI-SIGN-TYPE': '2',
    'X-BAPI-SIGN': signer.sign(signedText(now, signer.apiKey, query)),
  }
}

function queryText(query: Read['query']): string {
  return query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}
