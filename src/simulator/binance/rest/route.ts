import type { Time } from '../../../shared/ids.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { World } from '../../face.ts'
import type { Account } from '../../ledger/account.ts'
import type { Key } from '../../ledger/keys.ts'
import type { Contract } from '../../market/contract.ts'
import type { ListenKeys } from '../listen-keys.ts'
import type { BinanceOptions } from '../options.ts'
import type { Parameters } from './parameters.ts'
import { missingParameter, refusals, type Refusal } from './refusal.ts'

/** One request after its checks, as a handler sees it. `now` is the exchange's time. */
export interface Call {
  readonly world: World
  readonly options: BinanceOptions
  readonly parameters: Parameters
  readonly now: Time
}

export interface AccountCall extends Call {
  readonly account: Account
  readonly key: Key
  readonly listenKeys: ListenKeys
}

export type Outcome = Result<unknown, Refusal>

interface Where {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
}

export type Route =
  | (Where & { readonly security: 'none'; readonly handle: (call: Call) => Outcome })
  | (Where & { readonly security: 'key' | 'signed'; readonly handle: (call: AccountCall) => Outcome })

/** The contract named by `symbol`; null when none is named. */
export function namedContract({ world, parameters }: Call): Result<Contract | null, Refusal> {
  const symbol = parameters.get('symbol')
  if (symbol === undefined) return ok(null)
  const contract = world.market.find('binance', symbol)
  return contract === null ? fail(refusals.badSymbol) : ok(contract)
}

export function requiredContract(call: Call): Result<Contract, Refusal> {
  const named = namedContract(call)
  if (!named.ok) return named
  return named.value === null ? fail(missingParameter('symbol')) : ok(named.value)
}

/** One object with `symbol`, an array of all without: the shape of most market answers. */
export function oneOrAll(call: Call, row: (contract: Contract) => unknown): Outcome {
  const named = namedContract(call)
  if (!named.ok) return named
  return ok(named.value === null ? call.world.market.listed('binance').map(row) : row(named.value))
}
