import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Answer, World } from '../../face.ts'
import type { IncomingRequest } from '../../simulator.ts'
import type { ListenKeys } from '../listen-keys.ts'
import type { BinanceOptions } from '../options.ts'
import { accountRoutes } from './account-routes.ts'
import { identify } from './identify.ts'
import { jsonAnswer } from './json-answer.ts'
import { createWeightLimits, type Spent, type WeightLimits } from './limits.ts'
import { marketRoutes } from './market-routes.ts'
import { readParameters, splitTarget } from './parameters.ts'
import { refusals, type Refusal } from './refusal.ts'
import type { Outcome, Route } from './route.ts'
import { bannedAnswer, limitedAnswer } from './troubles.ts'
import { weightOf } from './weights.ts'

const SAPI_WEIGHT = 12_000
const WEIGHT_HEADER = { fapi: 'x-mbx-used-weight-1m', sapi: 'x-sapi-used-ip-weight-1m' } as const
const routes: readonly Route[] = [...marketRoutes, ...accountRoutes]

export interface Rest {
  respond(request: IncomingRequest, whim: 'truth' | 'empty-list'): Answer
}

/** What every request is answered from. */
export interface Surroundings {
  readonly world: World
  readonly options: BinanceOptions
  readonly listenKeys: ListenKeys
}

/** The REST side: weight first, then route, key, clock and signature, and only then the question itself. */
export function createRest(around: Surroundings): Rest {
  const { world, options } = around
  const pools = { fapi: createWeightLimits(options.weightPerMinute), sapi: createWeightLimits(SAPI_WEIGHT) }
  return {
    respond(request, whim) {
      const pool = request.target.startsWith('/sapi/') ? 'sapi' : 'fapi'
      const spent = charge(pools[pool], request, world)
      const headers = { [WEIGHT_HEADER[pool]]: String(spent.used), date: new Date(world.now()).toUTCString() }
      const answer = spent.kind === 'served' ? serve(around, request, whim) : held(around, spent, request.address)
      return { ...answer, headers: { ...answer.headers, ...headers } }
    },
  }
}

function charge(pool: WeightLimits, { target, body, address }: IncomingRequest, world: World): Spent {
  const { path, query } = splitTarget(target)
  const parameters = readParameters(query, body)
  return pool.spend(address, weightOf(path, parameters.ok ? parameters.value : new Map()), world.now())
}

function held({ world, options }: Surroundings, spent: Exclude<Spent, { kind: 'served' }>, address: string): Answer {
  if (spent.kind === 'banned') return bannedAnswer(address, spent.until, world.now())
  return limitedAnswer(options.weightPerMinute, Math.ceil(spent.retryAfterMs / 1000))
}

function serve(around: Surroundings, request: IncomingRequest, whim: 'truth' | 'empty-list'): Answer {
  const outcome = perform(around, request)
  if (!outcome.ok)
    return jsonAnswer(outcome.failure.status, { code: outcome.failure.code, msg: outcome.failure.message })
  return jsonAnswer(200, whim === 'truth' ? outcome.value : emptied(outcome.value))
}

function perform(around: Surroundings, request: IncomingRequest): Outcome {
  const route = findRoute(request)
  if (!route.ok) return route
  const { world, options, listenKeys } = around
  const now = world.now()
  if (route.value.security !== 'none') {
    const caller = identify(world, request, route.value.security)
    return caller.ok ? route.value.handle({ world, options, listenKeys, now, ...caller.value }) : caller
  }
  const parameters = readParameters(splitTarget(request.target).query, request.body)
  return parameters.ok ? route.value.handle({ world, options, now, parameters: parameters.value }) : parameters
}

function findRoute({ target, method }: IncomingRequest): Result<Route, Refusal> {
  const { path } = splitTarget(target)
  const atPath = routes.filter((route) => route.path === path)
  const route = atPath.find((each) => each.method === method)
  if (route !== undefined) return ok(route)
  return fail(atPath.length === 0 ? refusals.noRoute : refusals.wrongMethod)
}

/** The same answer with nothing in its lists. */
function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return []
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(
    ([name, each]) => [name, Array.isArray(each) ? [] : (each as unknown)] as const,
  )
  return Object.fromEntries(fields)
}
