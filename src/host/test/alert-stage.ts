import { join } from 'node:path'
import { createAlerts, type Alerts } from '../../engine/alerts/alerts.ts'
import type { StoredChannel } from '../../engine/alerts/channels/stored-channels.ts'
import type { AlertHost } from '../../engine/ports/alert-host.ts'
import type { AlertStore, StoredRule } from '../../engine/ports/alert-store.ts'
import type { Clock } from '../../engine/ports/clock.ts'
import type { Desktop } from '../../engine/ports/desktop.ts'
import type { Http } from '../../engine/ports/http.ts'
import type { Ports } from '../../engine/ports/ports.ts'
import type { Store } from '../../engine/ports/store.ts'
import { followDesktop } from '../../engine/desktop-state.ts'
import { createEngineState, type EngineState } from '../../engine/state.ts'
import { createTables } from '../../engine/tables.ts'
import { createFakeMachine } from '../../engine/test/fake-machine.ts'
import { createFakeSockets } from '../../engine/test/fake-sockets.ts'
import { createNodeHttp } from '../../node/net/http.ts'
import { createRoutes } from '../../node/net/routes.ts'
import { createNodeRandom } from '../../node/random.ts'
import { openStore } from '../../node/store/open-store.ts'
import { createMemoryLog, type LogLine } from '../../node/test/memory-log.ts'
import { createMemoryVault } from '../../node/vault/memory-vault.ts'
import { createAlertHosts } from '../alert-hosts.ts'

export interface StageOptions {
  /** The database lies in it, and is found again by the next stage. */
  readonly folder: string
  readonly clock: Clock
  /** Beside those that are kept already. */
  readonly rules: readonly StoredRule[]
  readonly channels: readonly StoredChannel[]
  /** By the names they are kept under: `channel <id> webhookAddress`. */
  readonly secrets: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
  readonly desktop?: Desktop
  /** Comes between alerts and their parts. */
  readonly around?: Partial<Around>
}

export interface Around {
  store(store: AlertStore): AlertStore
  http(http: Http): Http
  host(host: AlertHost): AlertHost
}

export interface AlertStage {
  readonly alerts: Alerts
  readonly state: EngineState
  readonly store: AlertStore
  /** Everything else that is kept. */
  readonly facts: Store
  readonly lines: readonly LogLine[]
  stop(): Promise<void>
}

/** Alerts over their real parts: database, outbox, HTTP, channels. What they watch is in the test's hands. */
export async function openAlertStage(options: StageOptions): Promise<AlertStage> {
  const { clock, rules, channels, around = {} } = options
  const log = createMemoryLog()
  const net = createNodeHttp(createRoutes({ environment: {}, hide: () => undefined, log }))
  const opened = openStore({ file: join(options.folder, 'tidemark.db'), clock, log, problem: () => undefined })
  if (!opened.ok) throw new Error(opened.failure.sentence.id)
  const store = opened.value
  await store.saveSetting('channels', channels)
  for (const rule of rules) store.alerts.saveRule(rule)
  const alertStore = around.store?.(store.alerts) ?? store.alerts
  const ports: Ports = {
    clock,
    log,
    http: around.http?.(net) ?? net,
    random: createNodeRandom(),
    store: { ...store, alerts: alertStore },
    vault: await vaultOf(options.secrets),
    sockets: createFakeSockets(),
    machine: createFakeMachine(),
  }
  const { alerts, state } = compose(ports, options)
  return {
    alerts,
    state,
    store: store.alerts,
    facts: store,
    lines: log.lines,
    stop: async () => {
      alerts.stop()
      await net.close()
      await store.close()
    },
  }
}

function compose(ports: Ports, { folder, environment = {}, desktop, around = {} }: StageOptions) {
  const tables = createTables()
  const state = createEngineState(tables)
  const side = { ports, report: () => undefined, stop: () => Promise.resolve() }
  const host = createAlertHosts({ environment, root: folder, language: 'en', notifier: null })('live', side)
  followDesktop(desktop ?? null, state)
  const alerts = createAlerts(ports, {
    mode: 'live',
    tables,
    state,
    host: around.host?.(host) ?? host,
    desktop: desktop ?? null,
    startedAt: ports.clock.now(),
    candles: () => null,
    settleOf: () => null,
    venueName: () => null,
    filledAt: () => null,
  })
  return { alerts, state }
}

async function vaultOf(secrets: Readonly<Record<string, string>>): Promise<Ports['vault']> {
  const vault = createMemoryVault(() => undefined)
  for (const [name, secret] of Object.entries(secrets)) await vault.secrets.keep(name, secret)
  return vault
}
