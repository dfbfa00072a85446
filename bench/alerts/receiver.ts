import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Receiver {
  readonly address: string
  /** Milliseconds from now until the next request is there whole. Both processes read one monotonic clock. */
  next(): Promise<number>
  stop(): void
}

/** What is sent is awaited no longer: nothing is to be lost between two processes of one machine. */
const PATIENCE_MS = 10_000

export async function startReceiver(): Promise<Receiver> {
  const child = fork(join(import.meta.dirname, 'receiver-child.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const [{ port }] = (await once(child, 'message')) as [{ readonly port: number }]
  return {
    address: `http://127.0.0.1:${port}/hook`,
    next: async () => {
      const began = process.hrtime.bigint()
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const [{ arrived }] = (await once(child, 'message', { signal })) as [{ readonly arrived: string }]
      return Number(BigInt(arrived) - began) / 1e6
    },
    stop: () => child.disconnect(),
  }
}
