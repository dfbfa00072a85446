import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const CHILD = join(import.meta.dirname, 'child.ts')

export interface Life {
  /** How many of the prices it has told of. */
  readonly told: number
  readonly end: 'killed' | 'through'
  /** What it wrote and sent, in order. */
  readonly steps: readonly string[]
}

export interface LifeOptions {
  readonly folder: string
  readonly address: string
  readonly prices: readonly string[]
  readonly killAt: number
  /** Where compiled code is kept, which is most of what a start takes. */
  readonly cache: string
}

/** One process that hears prices one after the other until it is through, or dead. */
export async function liveShort({ folder, address, prices, killAt, cache }: LifeOptions): Promise<Life> {
  const steps = join(folder, 'steps')
  writeFileSync(steps, '')
  const child = spawn(process.execPath, [CHILD, folder, address, String(killAt)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  })
  const ended = once(child, 'close')
  // Writing to the dead fails; that it died is known by its end.
  child.stdin.on('error', () => undefined)
  const told = { count: 0 }
  const sayNext = (): void => {
    const price = prices[told.count]
    if (price === undefined) child.stdin.end()
    else child.stdin.write(`${price}\n`)
  }
  createInterface({ input: child.stdout }).on('line', () => {
    told.count += 1
    sayNext()
  })
  sayNext()
  const [code, signal] = (await ended) as [number | null, string | null]
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`It ended with ${String(code)}`)
  const taken = readFileSync(steps, 'utf8').split('\n').filter(Boolean)
  return { told: told.count, end: signal === null ? 'through' : 'killed', steps: taken }
}
