import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '../../engine/create-engine.ts'
import type { Desk } from '../../engine/desk.ts'
import type { Engine } from '../../engine/engine.ts'
import type { AlertHost } from '../../engine/ports/alert-host.ts'
import type { Message } from '../../engine/ports/channel.ts'
import type { Ports } from '../../engine/ports/ports.ts'
import type { Store } from '../../engine/ports/store.ts'
import { createFakeLog } from '../../engine/test/fake-log.ts'
import { createFakeMachine } from '../../engine/test/fake-machine.ts'
import { createSeededRandom } from '../../engine/test/fake-random.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { openStore } from '../../node/store/open-store.ts'
import { createMemoryVault } from '../../node/vault/memory-vault.ts'
import { decimal } from '../../shared/decimal.ts'
import { accountId, venueId } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import type { AccountSpec } from '../../simulator/accounts/account-spec.ts'
import { createSimulator } from '../../simulator/create-simulator.ts'
import { createMemoryNet } from '../../simulator/memory-net.ts'
import { roster } from '../../venues/roster.ts'

export const NOW = Date.UTC(2026, 10, 21, 12, 0, 0)
export const MAIN = accountId('main')
/** As the simulator names it. */
export const FAR = 'far'
export type VenueName = AccountSpec['venue']

const KEY = { apiKey: 'WATCHKEY0000000001', apiSecret: 'WATCHSECRET00000000000000000000000001' }

/** The whole engine over the simulated exchange, one clock for both; database and vault outlive the engine. */
export async function openWatchHouse(venue: VenueName) {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-watch-'))
  const clock = createManualClock(NOW)
  const simulator = createSimulator({
    clock,
    seed: 7,
    options: { market: 'still', bot: 'off', accounts: [farAccount(venue)] },
  })
  const net = createMemoryNet(simulator, clock)
  const vault = createMemoryVault(() => undefined)
  await vault.put(MAIN, KEY)
  const messages: Message[] = []
  const run = { engine: null as Engine | null, store: openStoreIn(folder, clock) }
  await run.store.saveAccount(storedAccount(venue))
  simulator.start()

  /** Carries commands out at the exchange, and lets what comes of them arrive. */
  async function act(...commands: readonly Readonly<Record<string, unknown>>[]): Promise<readonly unknown[]> {
    const values = commands.map((command) => {
      const done = simulator.control(command)
      if (!done.ok) throw new Error(JSON.stringify(done.failure))
      return done.value
    })
    await clock.pass(1_500)
    return values
  }

  async function begin(): Promise<Engine> {
    const random = createSeededRandom(3)
    const ports: Ports = {
      clock,
      random,
      log: createFakeLog(),
      vault,
      store: run.store,
      machine: createFakeMachine(),
      ...net,
    }
    run.engine = createEngine(ports, {
      mode: 'demo',
      venues: roster,
      overrides: new Map(),
      facts: { version: '0', shell: 'headless', startedAt: clock.now(), dataFolder: folder, runtime: {} },
      // Nothing here switches modes or adds accounts.
      desk: { live: null } as unknown as Desk,
      desktop: null,
      alertHost: hostOf(messages),
    })
    run.engine.start()
    await clock.pass(20_000)
    return run.engine
  }

  /** Ends this run of the program; the next one opens the same database. */
  async function end(): Promise<void> {
    await run.engine?.stop()
    await run.store.close()
    run.engine = null
    run.store = openStoreIn(folder, clock)
  }

  async function close(): Promise<void> {
    await end()
    simulator.stop()
    await run.store.close()
    rmSync(folder, { recursive: true, force: true })
  }

  return { clock, messages, act, begin, end, close }
}

export type WatchHouse = Awaited<ReturnType<typeof openWatchHouse>>

function openStoreIn(folder: string, clock: Ports['clock']): Store {
  const opened = openStore({ file: join(folder, 'tidemark.db'), clock, log: createFakeLog(), problem: () => undefined })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  return opened.value
}

function farAccount(venue: VenueName): AccountSpec {
  const keys = [{ apiKey: KEY.apiKey, secret: KEY.apiSecret }]
  const deposits = [{ asset: 'USDT', amount: decimal('10000') }]
  return { id: FAR, venue, user: 592_324, modes: {}, deposits, past: 'none', bot: 'rests', keys }
}

function storedAccount(venue: VenueName) {
  const facts = { environment: 'simulator', tradingKeyAccepted: false, identity: null } as const
  return { account: MAIN, venue: venueId(venue), label: 'Main', addedAt: NOW, ...facts }
}

function hostOf(messages: Message[]): AlertHost {
  const send = async (message: Message) => (messages.push(message), { kind: 'delivered' as const })
  return {
    channel: () => ok({ send }),
    heart: () => ok({ host: 'far', beat: async () => ok(null) }),
    findChats: async () => ok([]),
    notifier: null,
    language: 'en',
    system: () => null,
  }
}
