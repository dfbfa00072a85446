import { createRequire } from 'node:module'
import type { Environment } from './environment.ts'

/** Loads what was built for this computer while the process still says which one it is. Keytar may find no libsecret. */
export function loadNativeModules(host: NodeJS.Process, { platform }: Environment): void {
  if (platform === host.platform) return
  const require = createRequire(import.meta.url)
  // The module's own constructor: only opening a database loads what was built.
  const Database = require('better-sqlite3') as new (file: string) => { close(): void }
  new Database(':memory:').close()
  try {
    require('keytar')
  } catch {
    // The program does without, as it would anyway.
  }
}
