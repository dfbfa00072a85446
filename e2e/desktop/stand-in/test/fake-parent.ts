import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Act, FromMain, Recorded, ToMain } from '../protocol.ts'

const REGISTER = join(import.meta.dirname, '..', 'register.ts')

type Question = ToMain extends infer One
  ? One extends { readonly request: number }
    ? Omit<One, 'request'>
    : never
  : never

/** A small parent with no windows to show: starts a main, keeps all it says, and answers nothing by itself. */
export interface FakeParent {
  readonly messages: readonly FromMain[]
  readonly ended: Promise<number | null>
  said(): string
  /** Lets go of the channel, as a parent that died does. */
  leave(): void
  kill(signal: NodeJS.Signals): void
  tell(message: ToMain): void
  ask(question: Question): Promise<unknown>
  act(act: Act): Promise<unknown>
  /** The first message, past or to come, that passes. */
  heard<Kind extends FromMain['kind']>(kind: Kind, passes?: (message: Of<Kind>) => boolean): Promise<Of<Kind>>
  recorded(passes: (recorded: Recorded) => boolean): Promise<Recorded>
}

type Of<Kind> = Extract<FromMain, { readonly kind: Kind }>

export interface MainStart {
  readonly args?: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
  /** Shared by two mains that mean the same data. */
  readonly folder?: string
}

/** A folder of the test's own, gone with it. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs the text as the main script, with `import { … } from 'electron'` in it. */
export function startScript(text: string, start: MainStart = {}): FakeParent {
  const folder = start.folder ?? testFolder()
  const entry = join(folder, 'main.mjs')
  writeFileSync(entry, text)
  return startMain(entry, { ...start, folder })
}

export function startMain(entry: string, { args = [], variables = {}, folder = testFolder() }: MainStart): FakeParent {
  const child = fork(entry, args, {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', REGISTER],
    env: { PATH: process.env['PATH'], TIDEMARK_STAND_IN_FOLDER: folder, ...variables },
    serialization: 'advanced',
    silent: true,
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return parentOf(child)
}

function parentOf(child: ChildProcess): FakeParent {
  const messages: FromMain[] = []
  const said: string[] = []
  for (const output of [child.stdout, child.stderr]) output?.on('data', (bytes: Buffer) => said.push(bytes.toString()))
  child.on('message', (message) => messages.push(message as FromMain))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const numbers = { last: 0 }

  async function heard<Kind extends FromMain['kind']>(kind: Kind, passes: (message: Of<Kind>) => boolean = () => true) {
    const isIt = (message: FromMain): message is Of<Kind> => message.kind === kind && passes(message as Of<Kind>)
    const isOver = ended.then(() => true)
    for (;;) {
      const found = messages.find(isIt)
      if (found !== undefined) return found
      const isGone = await Promise.race([once(child, 'message').then(() => false), isOver])
      if (isGone && !messages.some(isIt)) throw new Error(`main ended without “${kind}”:\n${said.join('')}`)
    }
  }

  async function ask(question: Question): Promise<unknown> {
    const request = ++numbers.last
    child.send({ ...question, request })
    return (await heard('answer', (message) => message.request === request)).value
  }

  return {
    messages,
    ended,
    said: () => said.join(''),
    leave: () => child.disconnect(),
    kill: (signal) => void child.kill(signal),
    tell: (message) => void child.send(message),
    ask,
    act: (act) => ask({ kind: 'act', act }),
    heard,
    recorded: async (passes) => (await heard('recorded', ({ recorded }) => passes(recorded))).recorded,
  }
}
