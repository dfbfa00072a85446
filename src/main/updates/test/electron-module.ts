import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import type { ClientRequestConstructorOptions } from 'electron'
import { createClientRequest } from '../../../../e2e/desktop/stand-in/client-request.ts'

const require = createRequire(import.meta.url)

interface AppFacts {
  readonly folder: string
  readonly version: string
  readonly isPackaged: boolean
}

export interface ElectronModule {
  /** How often the app was asked to quit. */
  readonly quits: () => number
}

/**
 * Puts what electron-updater needs of Electron in its place, for all of this test file: the app's facts, and requests
 * through Node.
 */
export function putElectronModule(facts: AppFacts): ElectronModule {
  const connections = new Set<() => void>()
  const counted = { quits: 0 }
  const app = {
    isPackaged: facts.isPackaged,
    whenReady: () => Promise.resolve(),
    getVersion: () => facts.version,
    getName: () => 'Tidemark',
    getAppPath: () => facts.folder,
    getPath: () => facts.folder,
    quit: () => void (counted.quits += 1),
    once: () => app,
  }
  const session = {
    closeAllConnections: () => {
      for (const end of connections) end()
      return Promise.resolve()
    },
  }
  const request = (options: ClientRequestConstructorOptions) =>
    createClientRequest(options, { isOnline: () => true, connections })
  const exports = {
    app,
    autoUpdater: new EventEmitter(),
    session: { fromPartition: () => session },
    net: { request },
  }
  const id = require.resolve('electron')
  // Node's own cache of modules, from which the library's `require` reads; the rest of a module is not looked at.
  require.cache[id] = { id, filename: id, loaded: true, exports, children: [], paths: [] } as unknown as NodeJS.Module
  return { quits: () => counted.quits }
}
