import type { Answer, World } from '../../face.ts'
import type { IncomingRequest } from '../../simulator.ts'
import { parseQuery, pathOf, rawQuery } from '../query.ts'
import { authenticate } from './authenticate.ts'
import type { Limits, RouteReading } from './limits.ts'
import { envelope, error, type Reply, type Route } from './reply.ts'
import { routes } from './routes.ts'

/** One REST request through the exchange's checks: address limit, path, body, key, account limit, then the route. */
export function respond(world: World, limits: Limits, request: IncomingRequest, whim: 'truth' | 'empty-list'): Answer {
  const now = world.now()
  if (!limits.admits(request.address, now)) return tooFrequent()
  const path = pathOf(request.target)
  const route = routes[path]
  if (route === undefined || request.method !== 'GET') return json(404, error(10017, 'Path not found.'), now)
  if (request.body !== '') return forbiddenPage()
  const query = parseQuery(rawQuery(request.target))
  if (route.access === 'public') return json(200, emptied(route.answer({ world, query, now }), whim), now)
  return signed(world, limits, request, { path, route, now, whim })
}

interface Call {
  readonly path: string
  readonly route: Extract<Route, { access: 'signed' }>
  readonly now: number
  readonly whim: 'truth' | 'empty-list'
}

function signed(world: World, limits: Limits, request: IncomingRequest, { path, route, now, whim }: Call): Answer {
  const known = authenticate(world, request, now)
  if (known.kind === 'refused') return json(200, known.reply, now)
  const { account, key } = known
  const reading = limits.count(account.id, path, route.perSecond, now)
  const headers = readingHeaders(reading)
  if (reading.exceeded) return json(200, error(10006, 'Too many visits. Exceeded the API Rate Limit.'), now, headers)
  if (account.state().modes.kind === 'classic' && route.classic === 'refused') {
    return json(200, error(10028, 'The API can only be accessed by unified account users.'), now, headers)
  }
  const reply = route.answer({ world, query: parseQuery(rawQuery(request.target)), now, account, key })
  return json(200, emptied(reply, whim), now, headers)
}

function readingHeaders({ limit, left, resetAt }: RouteReading): Answer['headers'] {
  return {
    'x-bapi-limit': String(limit),
    'x-bapi-limit-status': String(left),
    'x-bapi-limit-reset-timestamp': String(resetAt),
  }
}

function emptied(reply: Reply, whim: 'truth' | 'empty-list'): Reply {
  if (whim === 'truth' || reply.kind === 'error' || !('list' in reply.result)) return reply
  const cursor = 'nextPageCursor' in reply.result ? { nextPageCursor: '' } : {}
  return { ...reply, result: { ...reply.result, list: [], ...cursor } }
}

export function json(status: number, reply: Reply, now: number, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', timenow: String(now), ...headers },
    body: envelope(reply, now),
  }
}

export function tooFrequent(): Answer {
  return { status: 403, headers: { 'content-type': 'text/plain' }, body: 'access too frequent' }
}

/** What the content network in front of the exchange answers on its own. */
export function forbiddenPage(status = 403): Answer {
  const body =
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><HTML><HEAD><TITLE>ERROR: The request could not be ' +
    'satisfied</TITLE></HEAD><BODY><H1>ERROR</H1><H2>The request could not be satisfied.</H2>Request blocked.</BODY></HTML>'
  return { status, headers: { 'content-type': 'text/html' }, body }
}
