import type { createBridge } from './bridge.ts'
import type { createValues, Written } from './values.ts'

/** What the two worlds of a page are told. Names are of the window's own and unknown to scripts of the page. */
export interface WorldNames {
  /** Type of the one event by which the isolated world is handed the port. */
  readonly handshake: string
  /** The binding by which the isolated world speaks to main. */
  readonly binding: string
  /** Global of the isolated world that takes main's messages. */
  readonly inbox: string
}

/** From the isolated world, as JSON through the binding. */
export type FromPreload =
  | { readonly kind: 'message'; readonly channel: string; readonly values: Written }
  | { readonly kind: 'problem'; readonly text: string }
  | { readonly kind: 'open'; readonly url: string }

type Preload = (require: (id: string) => unknown, module: { exports: unknown }, exports: unknown) => void

interface Makers {
  readonly makeBridge: typeof createBridge
  readonly makeValues: typeof createValues
}

/**
 * Runs a preload as Electron runs a sandboxed one: in a world of its own before any script of the page, with nothing to
 * require but `electron`. Its source runs inside the page, so it uses nothing from outside itself.
 */
export function runPreload(names: WorldNames, preload: Preload, { makeBridge, makeValues }: Makers): void {
  if (window.top !== window) return
  type Listener = (event: unknown, ...values: readonly unknown[]) => void
  const scope = globalThis as unknown as Record<string, (written: never) => void>
  const values = makeValues()
  const listeners = new Map<string, readonly Listener[]>()
  const say = (said: unknown): void => scope[names.binding]?.(JSON.stringify(said) as never)

  function on(channel: string, listener: Listener): unknown {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcRenderer
  }

  function off(channel: string, listener: Listener): unknown {
    const all = listeners.get(channel) ?? []
    const at = all.lastIndexOf(listener)
    listeners.set(
      channel,
      all.filter((_, index) => index !== at),
    )
    return ipcRenderer
  }

  function once(channel: string, listener: Listener): unknown {
    const first: Listener = (event, ...rest) => {
      off(channel, first)
      listener(event, ...rest)
    }
    return on(channel, first)
  }

  function strict(name: string, members: Record<string, unknown>): unknown {
    return new Proxy(members, {
      get: (all, key) => {
        if (key in all) return all[key as string]
        throw new Error(`${name}.${String(key)} is not made in the stand-in`)
      },
    })
  }

  const ipcRenderer = strict('ipcRenderer', {
    on,
    addListener: on,
    off,
    removeListener: off,
    once,
    removeAllListeners: (channel: string) => {
      listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
    send: (channel: string, ...rest: readonly unknown[]) =>
      say({ kind: 'message', channel, values: values.write(rest) }),
  })

  scope[names.inbox] = ({ channel, values: written }: { channel: string; values: Written }) => {
    const event = { sender: ipcRenderer, ports: [], defaultPrevented: false, preventDefault: () => undefined }
    for (const listener of listeners.get(channel) ?? []) listener(event, ...(values.read(written) as unknown[]))
  }

  function start(port: EventTarget): void {
    const bridge = makeBridge(port, 'isolated', 'main')
    bridge.take(2, (url) => say({ kind: 'open', url: String(url) }))
    const contextBridge = strict('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => void bridge.call(1, [key, api]),
    })
    const electron = strict('electron', { contextBridge, ipcRenderer })
    const module = { exports: {} }
    const require = (id: string): unknown => {
      if (id === 'electron' || id === 'electron/renderer' || id === 'electron/common') return electron
      throw new Error(`module not found: ${id}`)
    }
    preload(require, module, module.exports)
  }

  function shakeHands(event: Event): void {
    document.removeEventListener(names.handshake, shakeHands, true)
    event.stopImmediatePropagation()
    try {
      start((event as MouseEvent).relatedTarget as EventTarget)
    } catch (error) {
      say({ kind: 'problem', text: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }
  document.addEventListener(names.handshake, shakeHands, true)
}
