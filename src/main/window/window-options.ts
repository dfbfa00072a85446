import type { BrowserWindowConstructorOptions } from 'electron'
import { SMALLEST, type Bounds } from './place-window.ts'

export interface WindowParts {
  /** The built preload's path. */
  readonly preload: string
  readonly devTools: 'allowed' | 'denied'
  readonly bounds: Bounds
  readonly zoom: number
  readonly ground: string
}

/** The one kind of window there is: isolated, sandboxed, hidden until it has something to show. */
export function windowOptions({
  preload,
  devTools,
  bounds,
  zoom,
  ground,
}: WindowParts): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Tidemark',
    backgroundColor: ground,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      disableBlinkFeatures: 'Auxclick',
      devTools: devTools === 'allowed',
      spellcheck: false,
      zoomFactor: zoom,
    },
  }
}

/** The page's own ground, so that nothing flashes before its first paint. Must equal `--ground` in the page's styles. */
export function groundOf(theme: 'system' | 'dark' | 'light', system: 'dark' | 'light'): string {
  const shown = theme === 'system' ? system : theme
  return shown === 'dark' ? '#0a0e13' : '#f4f6f8'
}
