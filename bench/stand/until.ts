import { setTimeout as wait } from 'node:timers/promises'

/** Waits for something that comes within seconds. */
export async function until(reached: () => boolean, seconds = 20): Promise<void> {
  const deadline = performance.now() + seconds * 1000
  while (!reached()) {
    if (performance.now() > deadline) throw new Error('What a measurement waits for did not come')
    await wait(10)
  }
}
