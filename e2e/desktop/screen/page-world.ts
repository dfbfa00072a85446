import type { createBridge } from './bridge.ts'
import type { WorldNames } from './preload-world.ts'

/**
 * The page's end of the bridge. It makes the port both worlds share, hands it over in an event that is gone before any
 * script of the page runs, and puts what the preload exposes on `window`, frozen and for good. `window.open` answers
 * null, as it does in Electron where the window is denied. Its source runs inside the page.
 */
export function openPageWorld({ handshake }: Pick<WorldNames, 'handshake'>, makeBridge: typeof createBridge): void {
  if (window.top !== window) return
  const port = document.createElement('i')
  const bridge = makeBridge(port, 'main', 'isolated')

  function freeze(value: unknown): unknown {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
    for (const each of Object.values(value)) freeze(each)
    return Object.freeze(value)
  }

  function expose(key: unknown, api: unknown): void {
    const name = String(key)
    if (Object.hasOwn(window, name))
      throw new Error(`Cannot bind an API on top of an existing property on the window object`)
    const fixed = { value: freeze(api), writable: false, configurable: false, enumerable: true }
    Object.defineProperty(window, name, fixed)
  }

  bridge.take(1, expose)
  const open = (url?: string | URL): null => {
    bridge.call(2, [new URL(String(url ?? 'about:blank'), document.baseURI).href])
    return null
  }
  Object.defineProperty(window, 'open', { value: open, writable: true, configurable: true, enumerable: true })
  document.dispatchEvent(new MouseEvent(handshake, { relatedTarget: port }))
}
