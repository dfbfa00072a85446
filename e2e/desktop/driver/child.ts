import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '../../support/program.ts'
import type { MainSide, Question } from '../screen/main-side.ts'
import type { FromMain, ToMain } from '../stand-in/protocol.ts'

/** The built main as a process of its own, with the stand-in's module in Electron's place. */
export interface Child extends MainSide {
  readonly pid: number
  readonly ended: Promise<number | null>
  /** Everything it wrote to its outputs. */
  said(): string
  kill(signal: NodeJS.Signals): void
}

export interface ChildStart {
  readonly environment: Readonly<Record<string, string>>
  readonly args: readonly string[]
  /** Modules loaded before everything else. */
  readonly before: readonly string[]
  hear(message: FromMain): void
}

const REGISTER = join(ROOT, 'e2e', 'desktop', 'stand-in', 'register.ts')
/** A build of one's own, beside the one that others use at the same time. */
const BUILT = process.env['TIDEMARK_BUILT'] ?? join(ROOT, 'out')
const MAIN = join(BUILT, 'main', 'index.js')
/** Every test starts the same modules; compiling them takes longer than running them. */
const COMPILED = join(ROOT, 'node_modules', '.cache', 'compiled')

export function startChild({ environment, args, before, hear }: ChildStart): Child {
  const imports = [...before, REGISTER].flatMap((file) => ['--import', file])
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...imports, MAIN, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', NODE_COMPILE_CACHE: COMPILED, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  const said: string[] = []
  for (const output of [child.stdout, child.stderr])
    output?.setEncoding('utf8').on('data', (text: string) => void said.push(text))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const open = openRequests()
  void ended.then((code) => open.rejectAll(new Error(`main ended with ${String(code)}:\n${said.join('')}`)))

  child.on('message', (raw) => {
    // Only the other half of the stand-in writes there.
    const message = raw as FromMain
    if (message.kind === 'answer') open.answer(message.request, message.value)
    else hear(message)
  })

  function send(message: ToMain): void {
    // A main that has ended hears nothing any more.
    if (child.connected) child.send(message, () => undefined)
  }

  function ask(question: Question): Promise<unknown> {
    if (!child.connected) return Promise.reject(new Error(`main has ended:\n${said.join('')}`))
    const { request, answered } = open.take()
    send({ ...question, request })
    return answered
  }

  return {
    pid: child.pid ?? 0,
    ended,
    ask,
    tell: send,
    said: () => said.join(''),
    kill: (signal) => void child.kill(signal),
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

function openRequests() {
  const waiting = new Map<number, Waiting>()
  const counted = { requests: 0 }

  function take(): { readonly request: number; readonly answered: Promise<unknown> } {
    counted.requests += 1
    const request = counted.requests
    const answered = new Promise<unknown>((resolve, reject) => waiting.set(request, { resolve, reject }))
    return { request, answered }
  }

  return {
    take,
    answer: (request: number, value: unknown) => {
      waiting.get(request)?.resolve(value)
      waiting.delete(request)
    },
    rejectAll: (error: Error) => {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    },
  }
}
