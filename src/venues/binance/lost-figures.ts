import type { Heard, PrivateContext } from '../../engine/ports/feed.ts'

/** A report of the whole account is costly, and a busy account loses derived figures several times a second. */
const RECENT_MS = 20_000

/**
 * Why to fetch the whole account for figures that a message left out; null while the last report is so young that
 * they can wait for the next one, which always comes.
 */
export function unlessRecent(why: string, { state, now }: PrivateContext): string | null {
  return state !== null && now - state.at < RECENT_MS ? null : why
}

export const UNLISTED = 'a contract that is not listed'

/** The contract is new, or of another market: the report tells what of it is ours. */
export function hearUnlisted(context: PrivateContext): Heard<never> {
  const why = unlessRecent(UNLISTED, context)
  return why === null ? { kind: 'ignored', what: UNLISTED } : { kind: 'resync', why, items: [] }
}
