import type { WebPreferences } from 'electron'
import type { Context } from './context.ts'
import { refusePreload } from './preload-check.ts'

/** A page's preferences with Electron's defaults filled in. */
export type FullPreferences = WebPreferences & {
  readonly contextIsolation: boolean
  readonly sandbox: boolean
  readonly nodeIntegration: boolean
  readonly webSecurity: boolean
  readonly webviewTag: boolean
  readonly devTools: boolean
}

/** Refuses unknown names and a preload Electron would not run. `isForced`: `app.enableSandbox()` was called. */
export function fillPreferences({ strict }: Context, given: WebPreferences, isForced: boolean): FullPreferences {
  strict.needKnownOptions('WebPreferences', given, 'webPreferences')
  const nodeIntegration = given.nodeIntegration ?? false
  const full: FullPreferences = {
    ...given,
    contextIsolation: given.contextIsolation ?? true,
    sandbox: isForced || (given.sandbox ?? !nodeIntegration),
    nodeIntegration,
    webSecurity: given.webSecurity ?? true,
    webviewTag: given.webviewTag ?? false,
    devTools: given.devTools ?? true,
  }
  const refusal = given.preload === undefined ? null : refusePreload(given.preload, full.sandbox)
  if (refusal !== null) strict.forbid(refusal)
  return full
}
