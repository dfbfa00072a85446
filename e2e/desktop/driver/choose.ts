import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../support/program.ts'
import type { Drive } from './driver.ts'
import { driveElectron } from './electron.ts'
import { driveStandIn } from './stand-in.ts'

export interface Chosen {
  readonly name: 'electron' | 'stand-in'
  readonly why: string
  readonly drive: Drive
}

/** The real Electron wherever its runtime is: the one `TIDEMARK_ELECTRON` names, else the installed one; else the stand-in. */
export function chooseDriver(): Chosen {
  const runtime = process.env['TIDEMARK_ELECTRON'] ?? installedRuntime()
  if (runtime === null)
    return { name: 'stand-in', why: 'Electron’s runtime is not installed here', drive: driveStandIn }
  if (!existsSync(runtime)) throw new Error(`TIDEMARK_ELECTRON names no file: ${runtime}`)
  return { name: 'electron', why: runtime, drive: driveElectron(runtime) }
}

/** Where Electron's package keeps its runtime once it has fetched it. */
function installedRuntime(): string | null {
  const folder = join(ROOT, 'node_modules', 'electron')
  const path = join(folder, 'path.txt')
  if (!existsSync(path)) return null
  const runtime = join(folder, 'dist', readFileSync(path, 'utf8').trim())
  return existsSync(runtime) ? runtime : null
}
