import type { Time } from '../../../shared/ids.ts'
import type { World } from '../../face.ts'
import type { Account } from '../../ledger/account.ts'
import type { Key } from '../../ledger/keys.ts'
import type { IncomingRequest } from '../../simulator.ts'
import { rawQuery } from '../query.ts'
import { error, type Reply } from './reply.ts'

const FUTURE = 1000
const USUAL_WINDOW = '5000'

export type Authenticated =
  | { readonly kind: 'known'; readonly account: Account; readonly key: Key }
  | { readonly kind: 'refused'; readonly reply: Reply }

/** Header checks in the exchange's order: key, timestamp, signature, address. */
export function authenticate(world: World, request: IncomingRequest, now: Time): Authenticated {
  const apiKey = request.headers['x-bapi-api-key'] ?? ''
  const key = world.ledger.keys.find('bybit', apiKey)
  const account = world.ledger.accountOf('bybit', apiKey)
  if (key === null || account === null || key.state === 'revoked') return refused(10003, 'API key is invalid.')
  if (key.state === 'expired') return refused(33004, 'Your api key has expired.')
  const late = checkTime(request, now)
  if (late !== null) return { kind: 'refused', reply: late }
  const origin = originOf(request, apiKey)
  if (!world.ledger.keys.signed(key, origin, request.headers['x-bapi-sign'] ?? '')) {
    return refused(10004, `error sign! origin_string[${origin}]`)
  }
  if (key.state === 'other-address') {
    return refused(10010, "Unmatched IP, please check your API key's bound IP addresses.")
  }
  return { kind: 'known', account, key }
}

function checkTime(request: IncomingRequest, now: Time): Reply | null {
  const timestamp = Number(request.headers['x-bapi-timestamp'])
  const width = Number(recvWindow(request))
  if (now - width <= timestamp && timestamp < now + FUTURE) return null
  return error(
    10002,
    'invalid request, please check your server timestamp or recv_window param. ' +
      `req_timestamp[${timestamp}],server_timestamp[${now}],recv_window[${width}]`,
  )
}

/** What must have been signed: the raw query of a GET, the raw body otherwise. */
function originOf(request: IncomingRequest, apiKey: string): string {
  const payload = request.method === 'GET' ? rawQuery(request.target) : request.body
  const { 'x-bapi-timestamp': timestamp = '', 'x-bapi-recv-window': window = '' } = request.headers
  return `${timestamp}${apiKey}${window}${payload}`
}

function recvWindow(request: IncomingRequest): string {
  return request.headers['x-bapi-recv-window'] ?? USUAL_WINDOW
}

function refused(code: number, message: string): Authenticated {
  return { kind: 'refused', reply: error(code, message) }
}
