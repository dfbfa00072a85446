import { fail, ok, type Result } from '../../../shared/result.ts'
import type { World } from '../../face.ts'
import type { Account } from '../../ledger/account.ts'
import type { Key } from '../../ledger/keys.ts'
import type { IncomingRequest } from '../../simulator.ts'
import { authenticate, findKey, type KeyRing } from './authenticate.ts'
import type { Parameters } from './parameters.ts'
import { refusals, type Refusal } from './refusal.ts'

/** Who asks, proven as far as the route wants it. */
export interface Caller {
  readonly account: Account
  readonly key: Key
  readonly parameters: Parameters
}

/** The account behind a keyed or signed request, or the venue's refusal. */
export function identify(world: World, request: IncomingRequest, security: 'key' | 'signed'): Result<Caller, Refusal> {
  const proven = security === 'key' ? byHeader(world, request) : bySignature(world, request)
  if (!proven.ok) return proven
  const account = usableAccount(world, proven.value.key, request)
  return account.ok ? ok({ ...proven.value, account: account.value }) : account
}

type Proven = Result<Omit<Caller, 'account'>, Refusal>

function byHeader(world: World, request: IncomingRequest): Proven {
  const key = findKey(headerOf(request), ringOf(world))
  return key.ok ? ok({ key: key.value, parameters: new Map() }) : key
}

function bySignature(world: World, request: IncomingRequest): Proven {
  const { target, body } = request
  return authenticate({ target, body, apiKey: headerOf(request) }, ringOf(world), world.now())
}

function headerOf({ headers }: IncomingRequest): string | null {
  return headers['x-mbx-apikey'] ?? null
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
