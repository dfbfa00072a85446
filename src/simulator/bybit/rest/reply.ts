import type { Time } from '../../../shared/ids.ts'
import type { Account } from '../../ledger/account.ts'
import type { Key } from '../../ledger/keys.ts'
import type { World } from '../../face.ts'
import type { Query } from '../query.ts'

/** What a route answers; the envelope is put around it. */
export type Reply =
  | { readonly kind: 'result'; readonly result: Readonly<Record<string, unknown>>; readonly message?: string }
  | { readonly kind: 'error'; readonly code: number; readonly message: string }

export interface PublicAsk {
  readonly world: World
  readonly query: Query
  readonly now: Time
}

/** A request whose key and signature were accepted. */
export interface SignedAsk extends PublicAsk {
  readonly account: Account
  readonly key: Key
}

export type Route =
  | { readonly access: 'public'; readonly answer: (ask: PublicAsk) => Reply }
  | {
      readonly access: 'signed'
      /** Requests each account may make in a rolling second. */
      readonly perSecond: number
      /** Whether accounts from before unified trading have it. */
      readonly classic: 'served' | 'refused'
      readonly answer: (ask: SignedAsk) => Reply
    }

export function result(body: Readonly<Record<string, unknown>>): Reply {
  return { kind: 'result', result: body }
}

export function error(code: number, message: string): Reply {
  return { kind: 'error', code, message }
}

/** All five keys, always. */
export function envelope(reply: Reply, now: Time): string {
  const [retCode, retMsg, body] =
    reply.kind === 'result' ? [0, reply.message ?? 'OK', reply.result] : [reply.code, reply.message, {}]
  return JSON.stringify({ retCode, retMsg, result: body, retExtInfo: {}, time: now })
}
