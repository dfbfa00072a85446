import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync, type FSWatcher } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'

export type LockMethods = Pick<App, 'requestSingleInstanceLock' | 'hasSingleInstanceLock' | 'releaseSingleInstanceLock'>

export interface LockPorts {
  /** Folder the lock is held for. */
  readonly folder: () => string
  readonly heard: (launch: Launch) => void
}

export interface Launch {
  readonly arguments: readonly string[]
  readonly workingFolder: string
  readonly data: unknown
}

const LOCK = 'SingletonLock'
const LAUNCH = /^SingletonLaunch-\d+\.json$/

/**
 * One process at a time per folder: the holder's process number stands in a file that only one can create. Another
 * leaves its launch beside it, which the holder watches for. The lock of a process that died is taken over.
 */
export function lockMethods({ folder, heard }: LockPorts): LockMethods {
  const state = { watcher: null as FSWatcher | null }

  function request(data: unknown): boolean {
    if (state.watcher !== null) return true
    const place = folder()
    mkdirSync(place, { recursive: true })
    if (!takeLock(join(place, LOCK))) return leaveLaunch(place, data)
    state.watcher = watch(place, () => readLaunches(place, heard))
    state.watcher.unref()
    process.once('exit', release)
    return true
  }

  function release(): void {
    if (state.watcher === null) return
    state.watcher.close()
    state.watcher = null
    rmSync(join(folder(), LOCK), { force: true })
  }

  return {
    requestSingleInstanceLock: request,
    hasSingleInstanceLock: () => state.watcher !== null,
    releaseSingleInstanceLock: release,
  }
}

function takeLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isAlive(Number(readFileSync(file, 'utf8')))) return false
    rmSync(file, { force: true })
    return takeLock(file)
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch {
    return false
  }
}

/** Written aside and renamed, so that the holder never reads half of it. */
function leaveLaunch(place: string, data: unknown): false {
  const launch: Launch = { arguments: process.argv, workingFolder: process.cwd(), data: data ?? null }
  const aside = join(place, `.launch-${process.pid}`)
  writeFileSync(aside, JSON.stringify(launch))
  renameSync(aside, join(place, `SingletonLaunch-${process.pid}.json`))
  return false
}

function readLaunches(place: string, heard: LockPorts['heard']): void {
  for (const name of readdirSync(place).filter((each) => LAUNCH.test(each))) {
    const file = join(place, name)
    const launch = JSON.parse(readFileSync(file, 'utf8')) as Launch // written above
    rmSync(file)
    heard(launch)
  }
}
