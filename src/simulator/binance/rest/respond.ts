import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Answer, World } from '../../face.ts'
import type { Account } from '../../ledger/account.ts'
import type { Key } from '../../ledger/keys.ts'
import type { IncomingRequest } from '../../simulator.ts'
import type { ListenKeys } from '../listen-keys.ts'
import type { BinanceOptions } from '../options.ts'
import { accountRoutes } from './account-routes.ts'
import { authenticate, findKey, type KeyRing } from './authenticate.ts'
import { createWeightLimits, type Spent, type WeightLimits } from './limits.ts'
import { marketRoutes } from './market-routes.ts'
import { readParameters, splitTarget, type Parameters } from './parameters.ts'
import { refusals, type Refusal } from './refusal.ts'
import type { AccountCall, Outcome, Route } from './route.ts'
import { jsonAnswer } from './json-answer.ts'
import { bannedAnswer, limitedAnswer } from './troubles.ts'
import { weightOf } from './weights.ts'

const SAPI_WEIGHT = 12_000
const routes: readonly Route[] = [...marketRoutes, ...accountRoutes]

export interface Rest {
  respond(request: IncomingRequest, whim: 'truth' | 'empty-list'): Answer
}

/** The REST side: weight first, then route, key, clock and signature, and only then the question itself. */
export function createRest(world: World, options: BinanceOptions, listenKeys: ListenKeys): Rest {
  const pools = { fapi: createWeightLimits(options.weightPerMinute), sapi: createWeightLimits(SAPI_WEIGHT) }
  return {
    respond(request, whim) {
      const { path, query } = splitTarget(request.target)
      const pool = path.startsWith('/sapi/') ? 'sapi' : 'fapi'
      const spent = charge(pools[pool], request, path, query, world)
      const headers = { [WEIGHT_HEADER[pool]]: String(spent.used), date: httpDate(world.now()) }
      const answer = spent.kind === 'served' ? serve(request, path, whim) : held(spent, request.address)
      return { ...answer, headers: { ...answer.headers, ...headers } }
    },
  }

  function held(spent: Exclude<Spent, { kind: 'served' }>, address: string): Answer {
    if (spent.kind === 'banned') return bannedAnswer(address, spent.until, world.now())
    return limitedAnswer(options.weightPerMinute, Math.ceil(spent.retryAfterMs / 1000))
  }

  function serve(request: IncomingRequest, path: string, whim: 'truth' | 'empty-list'): Answer {
    const outcome = perform(request, path)
    if (!outcome.ok)
      return jsonAnswer(outcome.failure.status, { code: outcome.failure.code, msg: outcome.failure.message })
    return jsonAnswer(200, whim === 'truth' ? outcome.value : emptied(outcome.value))
  }

  function perform(request: IncomingRequest, path: string): Outcome {
    const atPath = routes.filter((route) => route.path === path)
    const route = atPath.find((each) => each.method === request.method)
    if (route === undefined) return fail(atPath.length === 0 ? refusals.noRoute : refusals.wrongMethod)
    if (route.security !== 'none') {
      const call = accountCall(request, route.security)
      return call.ok ? route.handle(call.value) : call
    }
    const parameters = readParameters(splitTarget(request.target).query, request.body)
    return parameters.ok ? route.handle({ world, options, parameters: parameters.value, now: world.now() }) : parameters
  }

  function accountCall(request: IncomingRequest, security: 'key' | 'signed'): Result<AccountCall, Refusal> {
    const checked = security === 'key' ? headerOnly(request) : fullySigned(request)
    if (!checked.ok) return checked
    const account = usableAccount(world, checked.value.key, request)
    if (!account.ok) return account
    return ok({ world, options, listenKeys, now: world.now(), account: account.value, ...checked.value })
  }

  function headerOnly(
    request: IncomingRequest,
  ): Result<{ readonly key: Key; readonly parameters: Parameters }, Refusal> {
    const key = findKey(request.headers['x-mbx-apikey'] ?? null, ringOf(world))
    return key.ok ? ok({ key: key.value, parameters: new Map() }) : key
  }

  function fullySigned(request: IncomingRequest) {
    const apiKey = request.headers['x-mbx-apikey'] ?? null
    return authenticate({ target: request.target, body: request.body, apiKey }, ringOf(world), world.now())
  }
}

const WEIGHT_HEADER = { fapi: 'x-mbx-used-weight-1m', sapi: 'x-sapi-used-ip-weight-1m' } as const

function charge(pool: WeightLimits, request: IncomingRequest, path: string, query: string, world: World): Spent {
  const parameters = readParameters(query, request.body)
  return pool.spend(request.address, weightOf(path, parameters.ok ? parameters.value : new Map()), world.now())
}

function ringOf({ ledger }: World): KeyRing<Key> {
  return {
    find: (apiKey) => ledger.keys.find('binance', apiKey),
    verify: (key, payload, signature) => ledger.keys.signed(key, payload, signature),
  }
}

/** One code for every cause: a dead key, a strange address, and a Portfolio Margin account that lives elsewhere. */
function usableAccount({ ledger }: World, key: Key, request: IncomingRequest): Result<Account, Refusal> {
  const account = ledger.account(key.account)
  if (account === null || key.state === 'expired' || key.state === 'revoked') return fail(refusals.rejectedKey)
  if (key.state === 'other-address') return fail(fromAddress(refusals.rejectedKey, request.address))
  const elsewhere = account.state().modes.kind === 'portfolio-margin' && request.target.startsWith('/fapi/')
  return elsewhere ? fail(refusals.rejectedKey) : ok(account)
}

function fromAddress(refused: Refusal, address: string): Refusal {
  return { ...refused, message: `${refused.message.replace(/\.$/, '')}, request ip: ${address}` }
}

/** The same answer with nothing in its lists. */
function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return []
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, Array.isArray(each) ? [] : (each as unknown)]),
  )
}

function httpDate(now: number): string {
  return new Date(now).toUTCString()
}
