import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')

export type Entry = 'headless' | 'accounts' | 'simulator'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A built entry of ours running as a process of its own. */
export interface Program {
  readonly pid: number
  readonly ended: Promise<Ended>
  /** Everything it has said so far, both outputs. */
  said(): string
  /** Resolves with the match once its output holds the pattern; rejects with all it said when it ends first. */
  untilSaid(pattern: RegExp): Promise<RegExpExecArray>
  signal(signal: NodeJS.Signals): void
}

export interface Start {
  readonly environment: Readonly<Record<string, string>>
  /** What comes on standard input before it closes. */
  readonly input?: string
}

export function startProgram(entry: Entry, args: readonly string[], { environment, input = '' }: Start): Program {
  const file = join(ROOT, 'out', 'main', `${entry}.js`)
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'], LC_ALL: 'C', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const output = collect(child)
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output.read() }))
  // A program that refuses early does not read its input, and that is no failure of ours.
  child.stdin?.on('error', () => undefined).end(input)
  return {
    pid: child.pid ?? 0,
    ended,
    said: () => `${output.read().stdout}${output.read().stderr}`,
    untilSaid: (pattern) => Promise.race([output.find(pattern), ended.then((end) => tooEarly(entry, end))]),
    signal: (signal) => void child.kill(signal),
  }
}

function collect(child: ChildProcess) {
  const said = { stdout: '', stderr: '' }
  const waiting = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
      for (const look of [...waiting]) look()
    })
  }
  const find = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve) => {
      const look = (): void => {
        const match = pattern.exec(said.stdout) ?? pattern.exec(said.stderr)
        if (match === null) return
        waiting.delete(look)
        resolve(match)
      }
      waiting.add(look)
      look()
    })
  return { read: () => ({ ...said }), find }
}

function tooEarly(entry: Entry, { code, stdout, stderr }: Ended): never {
  throw new Error(`${entry} ended with ${String(code)} before it said what was awaited:\n${stdout}${stderr}`)
}
