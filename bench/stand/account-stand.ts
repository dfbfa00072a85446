import { createFollower } from '../../src/engine/account/follower.ts'
import { createNet } from '../../src/engine/net/net.ts'
import type { Clock } from '../../src/engine/ports/clock.ts'
import type { PrivateContext } from '../../src/engine/ports/feed.ts'
import type { Signer } from '../../src/engine/ports/vault.ts'
import type { MarketContext, Venue } from '../../src/engine/ports/venue.ts'
import type { AccountEvent } from '../../src/engine/account/event.ts'
import { createSession } from '../../src/engine/session/session.ts'
import { createNumbering } from '../../src/engine/session/wire.ts'
import { createTables } from '../../src/engine/tables.ts'
import { createMemoryVault } from '../../src/node/vault/memory-vault.ts'
import { createNodeRandom } from '../../src/node/random.ts'
import { accountId, marketId } from '../../src/shared/ids.ts'
import { demoKeys } from '../../src/simulator/accounts/demo-accounts.ts'
import { demand } from './demand.ts'
import { createExchange } from './exchange.ts'
import { silentLog } from './silent-log.ts'
import type { Stand } from './stand.ts'
import { until } from './until.ts'

/** One account's private stream and the state that follows it; history and valuation stay out. */
export async function createAccountStand(clock: Clock, venue: Venue): Promise<Stand> {
  const { http, sockets } = createExchange(clock)
  const machine = { onEvent: () => () => undefined }
  const ports = { clock, http, sockets, random: createNodeRandom(), log: silentLog, machine }
  const hosts = venue.hosts('simulator', {})
  const market = marketId(venue.id, venue.place('simulator'))
  const net = createNet(ports, venue, hosts, createTables().table())
  const client = net.client({ signer: await signerFor(venue), urgency: 'live' })
  const nowhere = { market, environment: 'simulator', hosts } as const
  const listed = demand(await client.perform(venue.instruments(nowhere)))
  const instruments = new Map(listed.map((instrument) => [instrument.instrument, instrument]))
  const context: MarketContext = { ...nowhere, instruments }
  const told = { changes: 0 }
  const follower = createFollower(ports, {
    known: null,
    readSnapshot: () => client.perform(venue.snapshot(context)),
    onChange: () => (told.changes += 1),
    onFacts: ({ fills, flows }) => (told.changes += fills.length + flows.length),
    onRepaired: () => undefined,
    onFailure: () => undefined,
  })
  const feed = venue.privateFeed(context)
  const session = createSession<AccountEvent, PrivateContext>(
    ports,
    {
      feed,
      signer: await signerFor(venue),
      topics: feed.topics,
      context: () => ({ instruments, state: follower.state, now: net.serverNow() }),
      serverNow: () => net.serverNow(),
      perform: client.perform,
      measureClock: () => undefined,
      numbering: createNumbering(),
    },
    {
      onUp: () => follower.up(),
      onItems: (events, { at }) => follower.heard(events, at),
      onDown: () => follower.down(),
      // A doubt would read the account anew and again; here nothing is missed.
      onResync: () => undefined,
      onChange: () => undefined,
    },
  )
  session.start()
  await until(() => follower.state !== null)
  const say = sockets.connection('private')
  if (say === undefined) throw new Error(`The private stream did not come up: ${JSON.stringify(session.status())}`)
  return {
    carrier: () => say,
    settle: () => undefined,
    changes: () => told.changes,
    refused: () => session.status().refusedFrames,
    stop: () => {
      session.stop()
      follower.stop()
      net.stop()
    },
  }
}

async function signerFor(venue: Venue): Promise<Signer> {
  const vault = createMemoryVault(() => undefined)
  const account = accountId('bench')
  const key = demoKeys.find((each) => each.venue === venue.id)
  if (key !== undefined) await vault.put(account, { apiKey: key.apiKey, apiSecret: key.apiSecret })
  return demand(await vault.signer(account))
}
