import type { AccountId, InstrumentId, Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Failure } from '../../shared/result.ts'
import type { Place } from '../accounts/places.ts'
import type { StreamEntry, Streams } from '../health/streams.ts'
import type { NetClient } from '../net/net.ts'
import type { Perform } from '../net/perform.ts'
import type { Ports } from '../ports/ports.ts'
import type { Signer } from '../ports/vault.ts'
import type { MarketContext } from '../ports/venue.ts'
import { freshnessOf, type StreamFreshness } from '../session/freshness.ts'
import type { Session } from '../session/session.ts'
import { createBackfill, type Backfill } from './backfill.ts'
import type { DriftLog } from './drift-log.ts'
import type { AccountEvent, AccountState, Facts } from './event.ts'
import { createFollower, type Follower } from './follower.ts'
import type { History } from './history.ts'
import { instrumentsOf } from './instruments-of.ts'
import { openStream } from './stream.ts'
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
  /** The stream was refused the login for what may be its time or its key. */
  readonly loginDoubted: () => void
}

export type ConnectionPorts = Pick<Ports, 'clock' | 'random' | 'log' | 'store' | 'sockets' | 'machine'>

/** The parts of a connection, as its functions share them. */
export interface Line {
  readonly ports: ConnectionPorts
  readonly deps: ConnectionDeps
  readonly terms: ConnectionTerms
  readonly client: NetClient
  readonly follower: Follower
  readonly backfill: Backfill
  session: Session | null
  entry: StreamEntry | null
  stopWaiting: Stop | null
}

export function createConnection(ports: ConnectionPorts, deps: ConnectionDeps, terms: ConnectionTerms): Connection {
  const client = deps.place.net.client({ signer: terms.signer, urgency: 'live' })
  const past = deps.place.net.client({ signer: terms.signer, urgency: 'history' })
  const traded = new Set<InstrumentId>()
  const aheadMs = (): number => deps.place.net.serverNow() - ports.clock.now()
  const keep = (facts: Facts): void => keepFacts(deps, terms, traded, facts, aheadMs())

  const follower = createFollower(ports, {
    known: terms.known,
    readSnapshot: () => client.perform(deps.place.venue.snapshot(deps.market.context())),
    onChange: (change) => changed(line, change),
    onFacts: keep,
    onRepaired: ({ what, ours, theirs }) =>
      deps.drift.add({ account: terms.account, what, ours, theirs, repaired: true }),
    onFailure: terms.failed,
  })
  const backfill = createBackfill(ports, {
    account: terms.account,
    lists: deps.place.venue.history,
    perform: past.perform,
    context: () => deps.market.context(),
    now: () => deps.place.net.serverNow(),
    instruments: () => instrumentsTraded(ports, terms.account, traded, follower.state),
    take: keep,
    isTold: (facts) => deps.history.isTold(terms.account, facts),
    filled: (began) => deps.history.filled(terms.account, began),
  })
  const line: Line = { ports, deps, terms, client, follower, backfill, session: null, entry: null, stopWaiting: null }
  return asConnection(line, past)
}

function asConnection(line: Line, past: NetClient): Connection {
  const { client, follower, deps } = line
  return {
    perform: client.perform,
    follow: (label) => {
      line.stopWaiting ??= deps.market.onInstruments(() => open(line, label))
    },
    rename: (label) => register(line, label),
    get state() {
      return follower.state
    },
    get verifiedAt() {
      return follower.verifiedAt
    },
    freshness: () =>
      line.session === null ? null : freshnessOf('private', line.session.status(), follower.verification),
    stop: () => {
      line.stopWaiting?.()
      line.session?.stop()
      line.entry?.remove()
      for (const part of [follower, line.backfill, client, past]) part.stop()
    },
  }
}

function open(line: Line, label: string): void {
  if (line.session !== null) return
  const { follower, terms } = line
  line.session = openStream(line, {
    onUp: () => follower.up(),
    onItems: (events, arrival) => heard(line, events, arrival.at),
    onDown: () => follower.down(),
    onResync: (why) => follower.doubt(why),
    onChange: ({ phase, problem }) => {
      if (phase === 'refused' && problem !== null) terms.failed({ ...problem, terminal: true })
      changed(line, { kind: 'standing' })
    },
  })
  register(line, label)
  line.session.start()
}

function register(line: Line, label: string): void {
  const { session, follower, deps, terms } = line
  if (session === null) return
  line.entry?.remove()
  line.entry = deps.streams.add(
    {
      stream: `${label} private`,
      kind: () => 'private',
      account: terms.account,
      venueName: deps.place.venue.name,
      required: deps.required,
    },
    () => ({ status: session.status(), verification: follower.verification, verifiedAt: follower.verifiedAt }),
  )
}

function changed(line: Line, change: ViewChange): void {
  if (change.kind === 'snapshot') line.backfill.fill()
  line.terms.changed(change)
  line.entry?.changed()
}

function heard({ follower, backfill }: Line, events: readonly AccountEvent[], at: Time): void {
  const before = follower.state
  follower.heard(events, at)
  if (walletMoved(before, follower.state)) backfill.fillSoon()
}

function keepFacts(
  deps: ConnectionDeps,
  terms: ConnectionTerms,
  traded: Set<InstrumentId>,
  facts: Facts,
  aheadMs: number,
): void {
  for (const { instrument } of facts.fills) traded.add(instrument)
  deps.history.take(terms.account, facts, aheadMs)
  if (facts.flows.some(({ kind }) => kind === 'transfer')) terms.transferred()
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
  const stored = { account, instrument: null, before: Number.MAX_SAFE_INTEGER, count: 1_000 }
  if (traded.size === 0) for (const { instrument } of store.fills(stored)) traded.add(instrument)
  return [...new Set([...traded, ...(state === null ? [] : instrumentsOf(state))])]
}
