import { setTimeout as wait } from 'node:timers/promises'

const EVERY_MS = 5

/**
 * Says so many frames a second for so long, as evenly as timers allow.
 * @returns processor time of the whole program as a share of one core
 */
export async function load(rate: number, seconds: number, sayOne: () => void): Promise<number> {
  const began = performance.now()
  const before = process.cpuUsage()
  const said = { count: 0 }
  while (performance.now() - began < seconds * 1000) {
    const due = Math.floor(((performance.now() - began) / 1000) * rate)
    for (; said.count < due; said.count += 1) sayOne()
    await wait(EVERY_MS)
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / (performance.now() - began)
}
