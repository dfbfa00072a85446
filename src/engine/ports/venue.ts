import type { KeyRights } from '../../shared/account-rows.ts'
import type { Environment } from '../../shared/fields.ts'
import type { InstrumentId, MarketId, Time, VenueId } from '../../shared/ids.ts'
import type { CandleInterval, CandleRow } from '../../shared/market-rows.ts'
import type { AccountSnapshot, Facts } from '../account/event.ts'
import type { Instrument, Instruments } from '../market/instrument.ts'
import type { MarketEvent } from '../market/price.ts'
import type { MarketFeed, PrivateFeed } from './feed.ts'
import type { HttpAnswer, HttpRequest } from './http.ts'
import type { Plan, Read, ReadOutcome } from './plan.ts'
import type { Signer, SigningKind } from './vault.ts'

/** Where a venue is reached, by the venue's own host names ("rest", "privateStream" …), without trailing slash. */
export type Hosts = Readonly<Record<string, string>>

/** The user's replacements for hosts, by the same names; read from the environment by the host shell. */
export type HostOverrides = Readonly<Record<string, string>>

/** A request budget the exchange keeps per address or per account, with a margin left for the user's other programs. */
export interface Budget {
  readonly host: string
  readonly bucket: string
  readonly limit: number
  readonly windowMs: number
}

/** One market place of a venue, and what its pure functions need to know of it. */
export interface MarketContext {
  readonly market: MarketId
  readonly environment: Environment
  readonly hosts: Hosts
  readonly instruments: Instruments
}

/** A stretch of history to read: both ends inclusive, never longer than the list's `windowMs`. */
export interface HistoryStretch {
  readonly from: Time
  readonly to: Time
  /** Instruments known to have been traded; a venue that can only ask by symbol adds those it finds itself. */
  readonly instruments: readonly InstrumentId[]
}

/** One back-filled list: what it is called, how far back it goes, and how to read one window of it completely. */
export interface HistoryList {
  readonly list: string
  readonly windowMs: number
  readonly retentionMs: number
  /** A stretch up to now that is shorter can wait: reading costs much, and a stream tells of it as well. */
  readonly restMs: number
  read(context: MarketContext, stretch: HistoryStretch): Plan<Facts>
}

/** What the exchange says the key belongs to. An unsupported kind is a terminal failure that explains itself. */
export interface AccountKind {
  /** The exchange's name of the account kind, for the screen. */
  readonly kind: string
  readonly identity: string | null
}

/** A wish of the page or of a position: prices of one instrument, or its candles. */
export type MarketWant =
  | { readonly kind: 'price'; readonly instrument: Instrument }
  | { readonly kind: 'candle'; readonly instrument: Instrument; readonly interval: CandleInterval }

/**
 * An exchange as data and pure functions. It owns no timer, retry or socket and reads no clock: the engine performs
 * its plans and feeds. A new exchange is one folder and one line in the roster.
 */
export interface Venue {
  readonly id: VenueId
  readonly name: string
  readonly environments: readonly Environment[]
  readonly signing: readonly SigningKind[]
  readonly budgets: readonly Budget[]
  /** The only signed or keyed requests the app can make, as "METHOD /path"; all reads. */
  readonly signedReads: readonly string[]
  /** Environment variables that replace hosts, by host name. */
  readonly hostVariables: Readonly<Record<string, string>>

  hosts(environment: Environment, overrides: HostOverrides): Hosts
  /** The market place whose prices value an account of this environment. */
  place(environment: Environment): string

  /** The exact bytes to send, signed when the read asks for it. `now` is the exchange's time as we estimate it. */
  request(read: Read, hosts: Hosts, now: Time, signer: Signer | null): HttpRequest
  /** What an answer means: a payload, or a failure with its remedy. Never throws, whatever the body. */
  answer(read: Read, answer: HttpAnswer): ReadOutcome

  serverTime(): Plan<Time>
  instruments(market: Omit<MarketContext, 'instruments'>): Plan<readonly Instrument[]>
  /** Current prices of the given instruments, to start from before streams speak. */
  prices(context: MarketContext, instruments: readonly Instrument[]): Plan<readonly MarketEvent[]>
  /** Up to `count` candles that opened before `before`, oldest first; the open one has `closed: false`. */
  candles(
    context: MarketContext,
    instrument: Instrument,
    interval: CandleInterval,
    before: Time,
    count: number,
    now: Time,
  ): Plan<readonly CandleRow[]>

  keyRights(environment: Environment): Plan<Omit<KeyRights, 'checkedAt'>>
  recognise(environment: Environment): Plan<AccountKind>
  /** The whole account, every page of every list, or a failure. */
  snapshot(context: MarketContext): Plan<AccountSnapshot>
  readonly history: readonly HistoryList[]

  privateFeed(context: MarketContext): PrivateFeed
  marketFeeds(hosts: Hosts): readonly MarketFeed[]
}
