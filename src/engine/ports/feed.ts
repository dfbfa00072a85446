import type { Time } from '../../shared/ids.ts'
import type { Failure, Result } from '../../shared/result.ts'
import type { AccountEvent, AccountState } from '../account/event.ts'
import type { Instruments } from '../market/instrument.ts'
import type { MarketEvent } from '../market/price.ts'
import type { Plan } from './plan.ts'
import type { Signer } from './vault.ts'
import type { MarketWant } from './venue.ts'

/** The rhythm of one kind of connection, in milliseconds; the session keeps it. */
export interface FeedPace {
  readonly connectWithin: number
  /** Login and each subscription must be answered within this. */
  readonly answerWithin: number
  /** A heartbeat leaves this often … */
  readonly heartbeatEvery: number
  /** … and anything at all must be heard within this of it, else the connection is dropped. */
  readonly heartbeatWithin: number
  /** The exchange hangs up after this; we move to a new connection before. Null: no known limit. */
  readonly rotateEvery: number | null
  /** Old and new connection run side by side this long while rotating. */
  readonly overlap: number
  /** A feed with topics that delivers no item for this long is stale although its heartbeat is answered. Null: silence is normal. */
  readonly itemsWithin: number | null
  /** At most this many of our own messages a second. */
  readonly messagesPerSecond: number
  /** At most this many topics on one connection; more open another. */
  readonly topicsPerConnection: number
}

/** Something an exchange hands out over REST before a stream may be opened, and which must be kept alive. */
export interface Ticket {
  readonly text: string
}

export interface Ticketing {
  issue(): Plan<Ticket>
  readonly keepEvery: number
  /** Answers the ticket that is valid now; another one than before means the connection must be made anew. */
  keep(ticket: Ticket): Plan<Ticket>
}

/** What one incoming frame meant. */
export type Heard<Item> =
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'welcomed' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'subscribed'; readonly id: string | null }
  /** `topics` are known to be dead; the others of the same message stand. */
  | {
      readonly kind: 'unsubscribable'
      readonly id: string | null
      readonly failure: Failure
      readonly topics: readonly string[]
    }
  | { readonly kind: 'heartbeat' }
  /** The message cannot be completed from what is known, or says that something unseen changed: fetch the snapshot. */
  | { readonly kind: 'resync'; readonly why: string; readonly items: readonly Item[] }
  | { readonly kind: 'ticket-expired' }
  /** Known to be of no interest, or unknown to us; `what` is logged once. */
  | { readonly kind: 'ignored'; readonly what: string }

/** One connection's script: what to dial, say and understand. It holds no state of its own. */
export interface Feed<Item, Context> {
  readonly name: string
  readonly pace: FeedPace
  readonly ticketing: Ticketing | null
  url(ticket: Ticket | null): string
  /** Sent as soon as the connection is open; `now` is the exchange's time. Null: no login. */
  login(now: Time, signer: Signer | null): string | null
  /** Frames that subscribe, few enough topics in each; the id comes back in the answer where the exchange echoes it. */
  subscribe(topics: readonly string[], id: string): readonly string[]
  unsubscribe(topics: readonly string[], id: string): readonly string[]
  /** Null: a protocol-level ping is the heartbeat. */
  heartbeat(id: string): string | null
  /** A failure is a frame that bears money and cannot be read: the session refuses it and resyncs. */
  hear(text: string, context: Context): Result<Heard<Item>>
}

export interface PrivateContext {
  readonly instruments: Instruments
  /** Null before the first snapshot. */
  readonly state: AccountState | null
  readonly now: Time
}

export interface PrivateFeed extends Feed<AccountEvent, PrivateContext> {
  readonly topics: readonly string[]
}

export interface MarketFeedContext {
  readonly instruments: Instruments
}

export interface MarketFeed extends Feed<MarketEvent, MarketFeedContext> {
  /** The topics on this feed that satisfy a want; empty when another feed carries it. */
  topicsFor(want: MarketWant): readonly string[]
}
