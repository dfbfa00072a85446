import { flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { compareFuses, findRemoved, fuseConfig } from './fuses.ts'

/**
 * Sets every fuse of the packed program and reads them back. Throws when one is not as meant, or was taken out of this
 * Electron: that one would read as set and do nothing.
 */
export async function setFuses(program: string): Promise<void> {
  const removed = findRemoved(await getCurrentFuseWire(program))
  if (removed.length > 0) throw new Error(`${program}: ${removed.join(' ')}`)
  await flipFuses(program, fuseConfig)
  await requireFuses(program)
}

/** Reads the fuses of a packed program. Throws when one is not as meant. */
export async function requireFuses(program: string): Promise<void> {
  const problems = compareFuses(await getCurrentFuseWire(program))
  if (problems.length > 0) throw new Error(`${program}: ${problems.join(' ')}`)
}
