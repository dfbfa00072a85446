import type { Http } from '../engine/ports/http.ts'
import type { Ports } from '../engine/ports/ports.ts'
import type { Sockets } from '../engine/ports/sockets.ts'
import type { Store } from '../engine/ports/store.ts'
import type { Vault } from '../engine/ports/vault.ts'
import { ok, type Failure, type Result } from '../shared/result.ts'
import { createNodeClock, type NodeClock } from './clock.ts'
import { openDataFolder, type DataFolder, type Mode } from './data-folder.ts'
import { createNodeLog, type LogOptions, type NodeLog } from './log.ts'
import { readAddresses } from './machine/addresses.ts'
import { createNodeMachine, type NodeMachine } from './machine/machine.ts'
import type { ReadAddresses } from './machine/network-watch.ts'
import { createNodeHttp } from './net/http.ts'
import type { Environment } from './net/proxy-choice.ts'
import { createRoutes } from './net/routes.ts'
import { createNodeSockets } from './net/sockets.ts'
import { createNodeRandom } from './random.ts'
import { openStore } from './store/open-store.ts'
import { keychainService } from './vault/keychain-keys.ts'
import { createMemoryVault } from './vault/memory-vault.ts'
import { openVault, type VaultChoice } from './vault/open-vault.ts'

export interface NodePortsOptions {
  readonly mode: Mode
  /** How this process names itself to another that wants the same folder. */
  readonly program: string
  /** The data folder; live and demo lie below it. */
  readonly root: string
  /** The root used when none is chosen; keys of any other root stand apart in the keychain. */
  readonly defaultRoot: string
  readonly environment: Environment
  readonly vault: VaultChoice
  readonly log: Omit<LogOptions, 'file'>
  /** Asked for the system's proxy where the host knows it. */
  readonly resolveProxy?: (url: string) => Promise<string>
  /** Replaces the network: demo mode hands in its simulator's. */
  readonly net?: { readonly http: Http; readonly sockets: Sockets }
  /** Replaces the look at the system's own list of addresses. */
  readonly readAddresses?: ReadAddresses
  /** Told once when storage begins to fail, and with null when it works again. */
  readonly storeProblem: (failure: Failure | null) => void
}

export interface NodePorts {
  readonly ports: Ports
  /** The same clock with the host's side of it. */
  readonly clock: NodeClock
  readonly machine: NodeMachine
  readonly log: NodeLog
  readonly folder: string
  /** Writes what waits, closes everything and lets go of the folder. */
  stop(): Promise<void>
}

/** The engine's ports on Node for one mode. A failure leaves nothing open and nothing changed. */
export function createNodePorts(options: NodePortsOptions): Promise<Result<NodePorts>> {
  const folder = openDataFolder(options.root, options.mode, { program: options.program, process: process.pid })
  return Promise.resolve(folder.ok ? openIn(folder.value, options) : folder)
}

function openIn(data: DataFolder, options: NodePortsOptions): Result<NodePorts> {
  const log = createNodeLog({ ...options.log, file: data.log })
  const clock = createNodeClock({ log })
  const closeHost = () => {
    clock.stop()
    log.close()
    data.release()
  }
  const store = openStore({ file: data.database, clock, log, problem: logged(log, options.storeProblem) })
  if (!store.ok) {
    log.error('database not opened', { why: store.failure.sentence.id })
    closeHost()
    return store
  }
  return ok(compose({ data, log, clock, store: store.value, closeHost }, options))
}

interface Host {
  readonly data: DataFolder
  readonly log: NodeLog
  readonly clock: NodeClock
  readonly store: Store
  readonly closeHost: () => void
}

function compose({ data, log, clock, store, closeHost }: Host, options: NodePortsOptions): NodePorts {
  const net = options.net === undefined ? openNet(log, options) : { ...options.net, close: () => Promise.resolve() }
  const vault = createVault({ data, log, clock }, options)
  const { http, sockets } = net
  const machine = createNodeMachine({ clock, readAddresses: addressesOf(options) })
  return {
    ports: { clock, sockets, http, random: createNodeRandom(), log, store, vault, machine },
    clock,
    machine,
    log,
    folder: data.folder,
    stop: async () => {
      machine.stop()
      await net.close()
      await store.close()
      closeHost()
    },
  }
}

/** A replaced network does not depend on this computer's. */
function addressesOf({ net, readAddresses: own }: NodePortsOptions): ReadAddresses | null {
  return net === undefined ? (own ?? (() => readAddresses())) : null
}

function openNet(log: NodeLog, { environment, resolveProxy }: NodePortsOptions) {
  const routes = createRoutes({ environment, resolveProxy, hide: log.hide, log })
  const http = createNodeHttp(routes)
  const sockets = createNodeSockets(routes)
  const close = async () => {
    sockets.close()
    await http.close()
  }
  return { http, sockets, close }
}

/** Demo keys are made up and never outlive the program. */
function createVault({ data, log, clock }: Pick<Host, 'data' | 'log' | 'clock'>, options: NodePortsOptions): Vault {
  if (options.mode === 'demo') return createMemoryVault(log.hide)
  const service = keychainService(options.root, options.defaultRoot)
  return openVault({ choice: options.vault, file: data.vault, service, clock, hide: log.hide, log })
}

function logged(log: NodeLog, problem: NodePortsOptions['storeProblem']): NodePortsOptions['storeProblem'] {
  return (failure) => {
    if (failure === null) log.info('database takes writes again')
    else log.error('database takes no writes', { why: failure.sentence.id })
    problem(failure)
  }
}
