import type { AccountId, InstrumentId, Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Failure } from '../../shared/result.ts'
import type { Place } from '../accounts/places.ts'
import type { StreamEntry, Streams } from '../health/streams.ts'
import type { Perform } from '../net/perform.ts'
import type { PrivateContext } from '../ports/feed.ts'
import type { Ports } from '../ports/ports.ts'
import type { Signer } from '../ports/vault.ts'
import type { MarketContext } from '../ports/venue.ts'
import { freshnessOf, type StreamFreshness } from '../session/freshness.ts'
import { createSession, type Session } from '../session/session.ts'
import { createNumbering } from '../session/wire.ts'
import { createBackfill, type Backfill } from './backfill.ts'
import type { DriftLog } from './drift-log.ts'
import type { AccountEvent, AccountState } from './event.ts'
import { createFollower, type Follower } from './follower.ts'
import type { Facts, History } from './history.ts'
import { instrumentsOf } from './instruments-of.ts'
import type { ViewChange } from './view.ts'

/** One key's way to its exchange: requests, the private stream, the state that follows it, and its history. */
export interface Connection {
  readonly perform: Perform
  /** Opens the stream as soon as the contracts of the market place are known. */
  follow(label: string): void
  /** Names the stream anew. */
  rename(label: string): void
  readonly state: AccountState | null
  readonly verifiedAt: Time | null
  /** Null before the stream was opened. */
  freshness(): StreamFreshness | null
  stop(): void
}

/** The market place of an account, as far as following it needs. */
export interface AccountMarket {
  context(): MarketContext
  /** Told whenever the list of contracts was fetched; at once when it is there already. */
  onInstruments(take: () => void): Stop
}

export interface ConnectionDeps {
  readonly place: Place
  readonly market: AccountMarket
  readonly history: History
  readonly drift: DriftLog
  readonly streams: Streams
  /** The whole dashboard counts on this account. */
  readonly required: () => boolean
}

export interface ConnectionTerms {
  readonly account: AccountId
  readonly signer: Signer
  /** What an earlier connection knew. */
  readonly known: AccountState | null
  readonly changed: (change: ViewChange) => void
  readonly transferred: () => void
  readonly failed: (failure: Failure) => void
}

export type ConnectionPorts = Pick<Ports, 'clock' | 'random' | 'log' | 'store' | 'sockets'>

export function createConnection(ports: ConnectionPorts, deps: ConnectionDeps, terms: ConnectionTerms): Connection {
  const { place, market } = deps
  const live = place.net.client({ signer: terms.signer, urgency: 'live' })
  const past = place.net.client({ signer: terms.signer, urgency: 'history' })
  const traded = new Set<InstrumentId>()
  const self = { session: null as Session | null, entry: null as StreamEntry | null, stopWaiting: null as Stop | null }

  const follower: Follower = createFollower(ports, {
    known: terms.known,
    readSnapshot: () => live.perform(place.venue.snapshot(market.context())),
    onChange: changed,
    onFacts: keep,
    onRepaired: ({ what, ours, theirs }) =>
      deps.drift.add({ account: terms.account, what, ours, theirs, repaired: true }),
    onFailure: terms.failed,
  })

  const backfill: Backfill = createBackfill(ports, {
    account: terms.account,
    lists: place.venue.history,
    perform: past.perform,
    context: () => market.context(),
    now: () => place.net.serverNow(),
    instruments: () => instrumentsTraded(ports, terms.account, traded, follower.state),
    take: keep,
  })

  function keep(facts: Facts): void {
    for (const { instrument } of facts.fills) traded.add(instrument)
    deps.history.take(terms.account, facts)
    if (facts.flows.some(({ kind }) => kind === 'transfer')) terms.transferred()
  }

  function changed(change: ViewChange): void {
    if (change.kind === 'snapshot') backfill.fill()
    terms.changed(change)
    self.entry?.changed()
  }

  function heard(events: readonly AccountEvent[], at: Time): void {
    const before = follower.state
    follower.heard(events, at)
    if (walletMoved(before, follower.state)) backfill.fillSoon()
  }

  function open(label: string): void {
    if (self.session !== null) return
    const feed = place.venue.privateFeed(market.context())
    self.session = createSession<AccountEvent, PrivateContext>(
      ports,
      {
        feed,
        signer: terms.signer,
        topics: feed.topics,
        context: () => ({
          instruments: market.context().instruments,
          state: follower.state,
          now: place.net.serverNow(),
        }),
        serverNow: () => place.net.serverNow(),
        perform: live.perform,
        measureClock: () => void place.net.measureClock(),
        numbering: createNumbering(),
      },
      {
        onUp: () => follower.up(),
        onItems: (events, arrival) => heard(events, arrival.at),
        onDown: () => follower.down(),
        onResync: (why) => follower.doubt(why),
        onChange: (status) => {
          if (status.phase === 'refused' && status.problem !== null) terms.failed({ ...status.problem, terminal: true })
          changed({ kind: 'standing' })
        },
      },
    )
    register(label)
    self.session.start()
  }

  function register(label: string): void {
    const { session } = self
    if (session === null) return
    self.entry?.remove()
    self.entry = deps.streams.add(
      {
        stream: `${label} private`,
        kind: 'private',
        account: terms.account,
        venueName: place.venue.name,
        required: deps.required,
      },
      () => ({ status: session.status(), verification: follower.verification, verifiedAt: follower.verifiedAt }),
    )
  }

  return {
    perform: live.perform,
    follow: (label) => {
      self.stopWaiting ??= market.onInstruments(() => open(label))
    },
    rename: register,
    get state() {
      return follower.state
    },
    get verifiedAt() {
      return follower.verifiedAt
    },
    freshness: () =>
      self.session === null ? null : freshnessOf('private', self.session.status(), follower.verification),
    stop: () => {
      self.stopWaiting?.()
      follower.stop()
      backfill.stop()
      self.session?.stop()
      self.entry?.remove()
      live.stop()
      past.stop()
    },
  }
}

/** Every balance that changed may stand for a movement that no stream tells of, a transfer for one. */
function walletMoved(before: AccountState | null, after: AccountState | null): boolean {
  if (before === null || after === null || before.balances === after.balances) return false
  return [...after.balances.values()].some(({ asset, wallet }) => before.balances.get(asset)?.wallet !== wallet)
}

function instrumentsTraded(
  { store }: ConnectionPorts,
  account: AccountId,
  traded: Set<InstrumentId>,
  state: AccountState | null,
): readonly InstrumentId[] {
  if (traded.size === 0)
    for (const { instrument } of store.fills({
      account,
      instrument: null,
      before: Number.MAX_SAFE_INTEGER,
      count: 1_000,
    }))
      traded.add(instrument)
  return [...new Set([...traded, ...(state === null ? [] : instrumentsOf(state))])]
}
