import type { PrivateContext } from '../ports/feed.ts'
import type { SessionHooks } from '../session/run.ts'
import { createSession, type Session } from '../session/session.ts'
import { createNumbering } from '../session/wire.ts'
import type { Line } from './connection.ts'
import type { AccountEvent } from './event.ts'

/** The private stream of an account; it is started by whoever opened it. */
export function openStream({ ports, deps, terms, client, follower }: Line, hooks: SessionHooks<AccountEvent>): Session {
  const { place, market } = deps
  const feed = place.venue.privateFeed(market.context())
  const context = (): PrivateContext => ({
    instruments: market.context().instruments,
    state: follower.state,
    now: place.net.serverNow(),
  })
  return createSession<AccountEvent, PrivateContext>(
    ports,
    {
      feed,
      context,
      signer: terms.signer,
      topics: feed.topics,
      serverNow: () => place.net.serverNow(),
      perform: client.perform,
      // The stream does not say whether the time or the key was refused; asking over REST tells the two apart.
      measureClock: () => void place.net.measureClock().then(terms.loginDoubted),
      numbering: createNumbering(),
    },
    hooks,
  )
}
