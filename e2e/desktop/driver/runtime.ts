import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../support/program.ts'

/** Electron's runtime: the one `TIDEMARK_ELECTRON` names, else the one its package has fetched, else none. */
export function findRuntime(): string | null {
  const named = process.env['TIDEMARK_ELECTRON']
  if (named === undefined) return installed()
  if (!existsSync(named)) throw new Error(`TIDEMARK_ELECTRON names no file: ${named}`)
  return named
}

function installed(): string | null {
  const folder = join(ROOT, 'node_modules', 'electron')
  const path = join(folder, 'path.txt')
  if (!existsSync(path)) return null
  const runtime = join(folder, 'dist', readFileSync(path, 'utf8').trim())
  return existsSync(runtime) ? runtime : null
}

/** Said with the results, so that nobody takes the one for the other. */
export function sayDriver(): string {
  const runtime = findRuntime()
  return runtime === null
    ? 'Desktop specs run on the stand-in: Electron’s runtime is not installed here.'
    : `Desktop specs run on Electron: ${runtime}`
}
