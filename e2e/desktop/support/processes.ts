import { readdirSync, readFileSync } from 'node:fs'

/** Processes that were started for this home and still run; only Linux lets them be found by their environment. */
export function processesOf(folder: string, pids: readonly number[]): readonly number[] {
  return process.platform === 'linux' ? byEnvironment(folder) : pids.filter(isAlive)
}

function byEnvironment(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => environmentOf(pid).includes(`HOME=${folder}\0`))
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1')
  } catch {
    // It ended meanwhile, or it is somebody else's.
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
