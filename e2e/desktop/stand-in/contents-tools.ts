import type { WebContents } from 'electron'
import type { Context } from './context.ts'
import type { ContentsParts } from './web-contents.ts'

export type ZoomMethods = Pick<
  WebContents,
  'setZoomFactor' | 'getZoomFactor' | 'setZoomLevel' | 'getZoomLevel' | 'zoomFactor' | 'zoomLevel'
>

/** Chromium's steps: each level is a fifth more. */
export function zoomMethods(context: Context, { number, state }: ContentsParts): ZoomMethods {
  const levelOf = (factor: number): number => Math.log(factor) / Math.log(1.2)

  function set(factor: number): void {
    context.strict.need(factor > 0, 'webContents.setZoomFactor: the factor must be above 0.')
    state.zoom = factor
    context.channel.say({ kind: 'window-zoom', window: number, factor })
    context.changed()
  }

  return {
    setZoomFactor: set,
    getZoomFactor: () => state.zoom,
    setZoomLevel: (level) => set(1.2 ** level),
    getZoomLevel: () => levelOf(state.zoom),
    get zoomFactor() {
      return state.zoom
    },
    set zoomFactor(factor) {
      set(factor)
    },
    get zoomLevel() {
      return levelOf(state.zoom)
    },
    set zoomLevel(level) {
      set(1.2 ** level)
    },
  }
}

export type DevToolsMethods = Pick<
  WebContents,
  'openDevTools' | 'closeDevTools' | 'toggleDevTools' | 'isDevToolsOpened'
>

/** Where `devTools` is off Electron opens nothing and says nothing. */
export function devToolsMethods({ changed }: Context, { preferences, state }: ContentsParts): DevToolsMethods {
  function set(isOpen: boolean): void {
    state.hasDevTools = preferences.devTools && isOpen
    changed()
  }
  return {
    openDevTools: () => set(true),
    closeDevTools: () => set(false),
    toggleDevTools: () => set(!state.hasDevTools),
    isDevToolsOpened: () => state.hasDevTools,
  }
}
