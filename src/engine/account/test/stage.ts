import type { KeyRights } from '../../../shared/account-rows.ts'
import { accountId, venueId } from '../../../shared/ids.ts'
import { fail, ok, type Failure, type Result } from '../../../shared/result.ts'
import type { Place } from '../../accounts/places.ts'
import { createStreams } from '../../health/streams.ts'
import type { Net } from '../../net/net.ts'
import type { Plan } from '../../ports/plan.ts'
import type { PrivateFeed } from '../../ports/feed.ts'
import type { StoredAccount } from '../../ports/store.ts'
import type { Vault } from '../../ports/vault.ts'
import type { MarketContext, Venue } from '../../ports/venue.ts'
import { createPortfolio } from '../../portfolio/portfolio.ts'
import { createManualMarket, linear } from '../../portfolio/test/market.ts'
import { createEngineState } from '../../state.ts'
import { createTables, type Table } from '../../tables.ts'
import { createFakeFeed, failure, oblige, says } from '../../test/fake-feed.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createFakeMachine } from '../../test/fake-machine.ts'
import { createFixedRandom } from '../../test/fake-random.ts'
import { createFakeSockets } from '../../test/fake-sockets.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createDriftLog } from '../drift-log.ts'
import type { AccountEvent, AccountSnapshot, Facts } from '../event.ts'
import { createHistory } from '../history.ts'
import { createAccount } from '../run.ts'
import { createMemoryStore } from './memory-store.ts'
import { BTC, place as market, snapshot, START } from './samples.ts'

export const MAIN = accountId('main')

/** What the exchange at the far end answers; a test changes it as it likes. */
export interface Far {
  kind: Result<null>
  rights: Result<Rights>
  snapshot: Result<AccountSnapshot>
  facts: Facts
  signer: Failure | null
}

type Rights = Omit<KeyRights, 'checkedAt'>

export const readOnly: Rights = { verdict: 'read-only', powers: [], addressBound: true, expiresAt: null }

/** One account over a far end of the test's own: sockets, answers and clock are in its hands. */
export function createStage(stored: Partial<StoredAccount> = {}, store = createMemoryStore()) {
  const clock = createManualClock(START)
  const sockets = createFakeSockets()
  const tables = createTables()
  const state = createEngineState(tables)
  const log = createFakeLog()
  const machine = createFakeMachine()
  const far: Far = { kind: ok(null), rights: ok(readOnly), snapshot: ok(snapshot()), facts: noFacts, signer: null }
  const drift = createDriftLog({ clock, log }, state.drift)
  const prices = createManualMarket()
  const portfolio = createPortfolio({ clock, store, tables, state, market: prices, drift, timeZone: () => 'UTC' })
  const history = createHistory(store, state)
  tellAtOnce(state.incoming.fills)
  tellAtOnce(state.incoming.flows)
  tellAtOnce(state.incoming.orders)
  const context: MarketContext = { market, environment: 'mainnet', hosts: {}, instruments: new Map([[BTC, linear]]) }
  const account = createAccount(
    { clock, sockets, store, log, machine, random: createFixedRandom(0.5), vault: vaultOf(far) },
    {
      place: placeOf(far, clock.now),
      market: { context: () => context, onInstruments: (take) => (take(), () => undefined) },
      accounts: state.accounts,
      portfolio,
      history,
      drift,
      streams: createStreams(clock, state.streams),
      required: () => true,
    },
    {
      account: MAIN,
      venue: venueId('fake'),
      environment: 'mainnet',
      label: 'Main',
      tradingKeyAccepted: false,
      addedAt: START,
      identity: null,
      ...stored,
    },
  )
  sockets.onOpen((socket) => socket.open())
  sockets.onSent(oblige)
  return {
    clock,
    sockets,
    store,
    state,
    tables,
    far,
    account,
    prices,
    log,
    machine,
    say: (...events: AccountEvent[]) =>
      sockets.last().say(says({ kind: 'items', items: events as unknown as string[] })),
    doubt: () => sockets.last().say(says({ kind: 'resync', why: 'test', items: [] })),
    row: () => state.accounts.get(MAIN),
    total: () => {
      tables.settle()
      return state.totals.get(MAIN)
    },
    position: () => {
      tables.settle()
      return state.positions.get(`main ${BTC} one-way`)
    },
  }
}

const noFacts: Facts = { fills: [], flows: [], gone: [] }

function vaultOf(far: Far): Vault {
  const signer = { apiKey: 'key', kind: 'hmac', sign: () => '' } as const
  const vault: Pick<Vault, 'signer'> = { signer: async () => (far.signer === null ? ok(signer) : fail(far.signer)) }
  return vault as Vault // an account asks for nothing else
}

function placeOf(far: Far, now: () => number): Place {
  const feed = createFakeFeed() as unknown as PrivateFeed // frames of the test say which events they are
  const venue: Partial<Venue> = {
    id: venueId('fake'),
    name: 'Fake',
    recognise: () => answer(far.kind.ok ? ok({ kind: 'futures', identity: 'sample' }) : far.kind),
    keyRights: () => answer(far.rights),
    snapshot: () => answer(far.snapshot.ok ? ok({ ...far.snapshot.value, at: now() }) : far.snapshot),
    history: [{ list: 'all', windowMs: 1e9, retentionMs: 2e9, restMs: 0, read: () => answer(ok(far.facts)) }],
    privateFeed: () => ({ ...feed, topics: ['account'] }),
  }
  const net: Partial<Net> = {
    client: () => ({ perform: async (plan) => finish(plan), stop: () => undefined }),
    serverNow: now,
    measureClock: async () => true,
    stagger: { turn: (start) => (start(), () => undefined) },
  }
  // Only what an account uses is there.
  return { venue: venue as Venue, net: net as Net, environment: 'mainnet', hosts: {}, market, badge: 'live' }
}

/** Nobody watches for facts here, so nobody is waited for. */
function tellAtOnce(table: Table<object>): void {
  table.onChange((key) => table.set(key, null))
}

function* answer<T>(result: Result<T>): Plan<T> {
  return result
}

function finish<T>(plan: Plan<T>): Result<T> {
  const step = plan.next([])
  return step.done === true ? step.value : fail(failure())
}
