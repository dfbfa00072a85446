import type { AccountRow, KeyRights } from '../../shared/account-rows.ts'
import type { Freshness } from '../../shared/fields.ts'
import type { Time } from '../../shared/ids.ts'
import type { Failure } from '../../shared/result.ts'
import type { Place } from '../accounts/places.ts'
import type { StoredAccount } from '../ports/store.ts'
import { leastFresh } from '../session/freshness.ts'
import { VERIFY_EVERY_MS } from './follower.ts'
import type { AccountView } from './view.ts'

/** How a watched account stands. `refused` waits for the user. */
export type Standing =
  | { readonly kind: 'starting'; readonly problem: Failure | null }
  | { readonly kind: 'refused'; readonly problem: Failure }
  | { readonly kind: 'following'; readonly problem: Failure | null }

/** Verification failing this long makes figures stale, though the stream goes on. */
export const UNVERIFIED_STALE_MS = 3 * VERIFY_EVERY_MS

/** As fresh as its stream, and stale when it could not be verified for long. */
export function accountFreshness(
  standing: Standing,
  stream: Freshness | null,
  verifiedAt: Time | null,
  now: Time,
): Freshness {
  if (standing.kind === 'refused') return 'down'
  if (stream === null) return standing.problem === null ? 'checking' : 'down'
  const overdue = verifiedAt !== null && now - verifiedAt > UNVERIFIED_STALE_MS
  return overdue ? leastFresh([stream, 'stale']) : stream
}

export interface AccountFacts {
  readonly stored: StoredAccount
  readonly standing: Standing
  readonly rights: KeyRights | null
  readonly problem: Failure | null
  readonly view: AccountView
  readonly place: Pick<Place, 'venue' | 'market' | 'badge'>
}

export function accountRowOf({ stored, standing, rights, problem, view, place }: AccountFacts): AccountRow {
  return {
    account: stored.account,
    label: stored.label,
    venue: stored.venue,
    venueName: place.venue.name,
    environment: stored.environment,
    market: place.market,
    badge: place.badge,
    state: stateOf(standing, view),
    problem: problem?.sentence ?? null,
    rights,
    tradingKeyAccepted: stored.tradingKeyAccepted,
    addedAt: stored.addedAt,
  }
}

/** Before the first snapshot there is nothing to be fresh: the account starts, or cannot. */
function stateOf(standing: Standing, { freshness, state }: AccountView): AccountRow['state'] {
  if (standing.kind === 'refused') return 'refused'
  if (state !== null) return freshness
  return freshness === 'down' ? 'down' : 'starting'
}
