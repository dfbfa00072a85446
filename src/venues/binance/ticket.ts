import type { Ticket, Ticketing } from '../../engine/ports/feed.ts'
import type { Plan } from '../../engine/ports/plan.ts'
import { ok } from '../../shared/result.ts'
import { ask } from './decode.ts'
import { hasCode } from './failure.ts'
import { listenKeyRead } from './reads.ts'
import { issuedListenKey, keptListenKey } from './wire-keys.ts'

const NO_SUCH_KEY = -1125

/**
 * The listenKey: one for the whole account, shared with the user's other programs, valid for an hour. It is therefore
 * never deleted. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams
 */
export const listenKey: Ticketing = { issue, keepEvery: 30 * 60_000, keep }

function* issue(): Plan<Ticket> {
  const issued = yield* ask(listenKeyRead('POST'), issuedListenKey)
  return issued.ok ? ok({ text: issued.value.listenKey }) : issued
}

/** An expired key cannot be revived: a new one is asked for at once, and the session sees that it is another. */
function* keep(ticket: Ticket): Plan<Ticket> {
  const kept = yield* ask(listenKeyRead('PUT'), keptListenKey)
  if (kept.ok) return ok(kept.value.listenKey === '' ? ticket : { text: kept.value.listenKey })
  return hasCode(kept.failure, NO_SUCH_KEY) ? yield* issue() : kept
}
