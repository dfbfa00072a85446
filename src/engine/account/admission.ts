import type { KeyRights } from '../../shared/account-rows.ts'
import { ok, type Failure, type Result } from '../../shared/result.ts'
import type { Environment } from '../../shared/fields.ts'
import type { Perform } from '../net/perform.ts'
import type { Clock } from '../ports/clock.ts'
import type { StoredAccount } from '../ports/store.ts'
import type { Venue } from '../ports/venue.ts'
import { refusal } from './rights.ts'

/** Whom to ask about a key. */
export interface Question {
  readonly clock: Clock
  readonly perform: Perform
  readonly venue: Venue
  readonly environment: Environment
  readonly stored: Pick<StoredAccount, 'tradingKeyAccepted'>
}

/** What came of asking: `refused` rights are told with the refusal, so that the screen can show them. */
export type Admission =
  | { readonly kind: 'admitted'; readonly rights: KeyRights }
  | { readonly kind: 'refused'; readonly rights: KeyRights; readonly failure: Failure }

/**
 * Asks the exchange whose key this is and what it may do. Rights that cannot be read now are `unknown` and asked for
 * again; an account of a kind that cannot be watched, or a key the exchange does not accept, is a failure.
 */
export async function admit(question: Question): Promise<Result<Admission>> {
  const { perform, venue, environment } = question
  const kind = await perform(venue.recognise(environment))
  if (!kind.ok) return kind
  const rights = await readRights(question)
  if (rights.ok) return ok(judge(rights.value, question))
  return rights.failure.terminal === true ? rights : ok(judge(unknownRights(question.clock), question))
}

/** What the key may do, as the exchange says now. */
export async function readRights({ clock, perform, venue, environment }: Question): Promise<Result<KeyRights>> {
  const rights = await perform(venue.keyRights(environment))
  return rights.ok ? ok({ ...rights.value, checkedAt: clock.now() }) : rights
}

export function judge(rights: KeyRights, { stored, venue }: Question): Admission {
  const refused = refusal(rights, stored, venue.name)
  return refused === null ? { kind: 'admitted', rights } : { kind: 'refused', rights, failure: refused }
}

function unknownRights(clock: Clock): KeyRights {
  return { verdict: 'unknown', powers: [], addressBound: null, expiresAt: null, checkedAt: clock.now() }
}
