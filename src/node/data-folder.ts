import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fail, ok, type Result } from '../shared/result.ts'
import { lockFolder, unusable, type Holder } from './folder-lock.ts'

export type Mode = 'live' | 'demo'

/** Everything Tidemark keeps for one mode, held by this process alone. */
export interface DataFolder {
  readonly folder: string
  readonly database: string
  readonly vault: string
  readonly log: string
  release(): void
}

const OWNER_ONLY = 0o700

/** Makes and takes the folder of one mode below the root, so that no demo figure can reach a live file. */
export function openDataFolder(root: string, mode: Mode, holder: Holder): Result<DataFolder> {
  const folder = join(resolve(root), mode)
  const made = make(folder)
  if (!made.ok) return made
  const lock = lockFolder({ file: join(folder, 'lock'), folder, holder })
  if (!lock.ok) return lock
  return ok({
    folder,
    database: join(folder, 'tidemark.db'),
    vault: join(folder, 'keys.vault'),
    log: join(folder, 'tidemark.log'),
    release: lock.value,
  })
}

/** A folder that was there before may be open to others; what it will hold is not for them. */
function make(folder: string): Result<null> {
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    if (process.platform !== 'win32') chmodSync(folder, OWNER_ONLY)
    return ok(null)
  } catch (error) {
    return fail(unusable(folder, withoutCall(error)))
  }
}

/** Node's message repeats the path; the system's code is enough beside a sentence that names it. */
function withoutCall(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  return new Error(code)
}
