import { EventEmitter } from 'node:events'
import { request, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export interface ElectronModule {
  /** How often the app was asked to quit. */
  readonly quits: () => number
  remove(): void
}

/** Puts what electron-updater needs of Electron in its place: the app's facts, and requests through Node. */
export function putElectronModule(facts: { readonly folder: string; readonly version: string }): ElectronModule {
  const open = new Set<ClientRequest>()
  const counted = { quits: 0 }
  const app = {
    isPackaged: false,
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
      for (const each of open) each.destroy()
      return Promise.resolve()
    },
  }
  const exports = {
    app,
    autoUpdater: new EventEmitter(),
    session: { fromPartition: () => session },
    net: { request: (options: RequestOptions) => send(options, open) },
  }
  const id = require.resolve('electron')
  // Node's own cache of modules, from which the library's `require` reads; the rest of a module is not looked at.
  require.cache[id] = { id, filename: id, loaded: true, exports, children: [], paths: [] } as unknown as NodeJS.Module
  return { quits: () => counted.quits, remove: () => void Reflect.deleteProperty(require.cache, id) }
}

/** Electron tells of a redirect by an event of its own, and has the headers' values in lists. */
function send(options: RequestOptions, open: Set<ClientRequest>): ClientRequest {
  const sent = request(options)
  open.add(sent)
  sent.once('close', () => open.delete(sent))
  sent.prependListener('response', (response: IncomingMessage) => {
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400) sent.emit('redirect', statusCode, 'GET', headers.location)
  })
  return sent
}
