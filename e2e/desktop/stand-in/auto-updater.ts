import { EventEmitter } from 'node:events'
import type { AutoUpdater } from 'electron'
import { present } from './present.ts'

/** Only what electron-updater touches: on Linux and Windows it emits `before-quit-for-update` on it, and no more. */
export function createAutoUpdater(): AutoUpdater {
  return present<AutoUpdater>(new EventEmitter(), {})
}
