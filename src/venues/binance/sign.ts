import type { HttpRequest } from '../../engine/ports/http.ts'
import type { Read } from '../../engine/ports/plan.ts'
import type { Signer } from '../../engine/ports/vault.ts'
import type { Hosts } from '../../engine/ports/venue.ts'
import type { Time } from '../../shared/ids.ts'
import type { Query } from './reads.ts'
import { hostOf } from './urls.ts'

/** How long a signed request stays valid; the exchange advises no more. */
const RECEIVE_WINDOW_MS = '5000'
const TIMEOUT_MS = 10_000

/** The exact bytes to send. https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info */
export function requestOf(read: Read, hosts: Hosts, now: Time, signer: Signer | null): HttpRequest {
  const query = read.access === 'signed' ? signedQuery(read.query, now, keyOf(read, signer)) : encodeQuery(read.query)
  const headers: HttpRequest['headers'] = read.access === 'public' ? {} : { 'X-MBX-APIKEY': keyOf(read, signer).apiKey }
  const url = hostOf(hosts, read.host) + read.path + (query === '' ? '' : `?${query}`)
  return { method: read.method, url, headers, timeoutMs: TIMEOUT_MS }
}

/** Values are percent-encoded before signing, the signature is the last parameter, and what is signed is what is sent. */
export function signedQuery(query: Query, now: Time, signer: Signer): string {
  const unsigned = encodeQuery([...query, ['recvWindow', RECEIVE_WINDOW_MS], ['timestamp', String(now)]])
  return `${unsigned}&signature=${encodeURIComponent(signer.sign(unsigned))}`
}

export function encodeQuery(query: Query): string {
  return query.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&')
}

function keyOf(read: Read, signer: Signer | null): Signer {
  if (signer === null) throw new Error(`${read.method} ${read.path} needs a key`)
  return signer
}
