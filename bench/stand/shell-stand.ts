import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Side } from '../../src/engine/desk.ts'
import { openShell, type Shell } from '../../src/headless/shell/shell.ts'
import { createAlertHosts } from '../../src/host/alert-hosts.ts'
import { createNodePorts } from '../../src/node/ports.ts'
import { accountId, instrumentId, marketId, venueId, type InstrumentId } from '../../src/shared/ids.ts'
import { ok } from '../../src/shared/result.ts'
import { demoKeys } from '../../src/simulator/accounts/demo-accounts.ts'
import { demand } from './demand.ts'
import { contracts, createExchange } from './exchange.ts'
import type { ObligingSockets } from './obliging-sockets.ts'
import { createPlainClock } from './plain-clock.ts'

/** The whole headless shell on a folder of its own: one demo account, every contract on the watchlist. */
export interface ShellStand {
  readonly shell: Shell
  readonly sockets: ObligingSockets
  readonly token: string
  readonly watched: readonly InstrumentId[]
  stop(): Promise<void>
}

export const VENUE = 'bybit'
const market = marketId(venueId(VENUE), 'simulator')
const watched = contracts.symbols.map((symbol) => instrumentId(market, symbol))
const TOKEN = 'bench'.repeat(8)

export async function createShellStand(): Promise<ShellStand> {
  const clock = createPlainClock()
  const root = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
  const { http, sockets } = createExchange(clock)
  const ports = demand(
    await createNodePorts({
      mode: 'demo',
      program: 'bench',
      root,
      defaultRoot: root,
      environment: {},
      vault: 'file',
      log: { level: 'error', form: 'human', terminal: null },
      net: { http, sockets },
      storeProblem: () => undefined,
    }),
  )
  const side: Side = { ports: { ...ports.ports, clock }, report: () => undefined, stop: () => ports.stop() }
  await furnish(side)
  const shell = demand(
    await openShell({
      live: null,
      openDemo: () => Promise.resolve(ok(side)),
      host: '127.0.0.1',
      port: 0,
      feedOpen: true,
      clock,
      alertHost: createAlertHosts({ environment: {}, root, language: 'en', notifier: null }),
      overrides: new Map(),
      version: 'bench',
      dataFolder: root,
      pageRoot: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
      token: TOKEN,
      names: [],
    }),
  )
  return {
    shell,
    sockets,
    token: TOKEN,
    watched,
    stop: async () => {
      await shell.stop()
      clock.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

async function furnish({ ports: { store, vault, clock } }: Side): Promise<void> {
  const key = demoKeys.find(({ venue }) => venue === VENUE)!
  const account = accountId('bench')
  demand(await vault.put(account, { apiKey: key.apiKey, apiSecret: key.apiSecret }))
  const facts = { venue: venueId(VENUE), environment: 'simulator', tradingKeyAccepted: false, identity: null } as const
  demand(await store.saveAccount({ account, label: key.label, addedAt: clock.now(), ...facts }))
  demand(await store.saveSetting('watchlist', watched))
}
