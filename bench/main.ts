import { spawn } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Line } from './report/figure.ts'
import { heading, lineOf, summary } from './report/table.ts'

interface Part {
  readonly file: string
  readonly title: string
  readonly flags: readonly string[]
}

/** Each in a process of its own, so that none warms up or burdens the next. */
const PARTS: readonly Part[] = [
  { file: 'decode', title: 'From frame to row, against bare JSON.parse', flags: [] },
  { file: 'libraries', title: 'The same frames in other programs', flags: [] },
  { file: 'pixel', title: 'From frame to pixel', flags: [] },
  { file: 'memory', title: 'Memory', flags: ['--expose-gc'] },
  { file: 'alerts', title: 'Alerts', flags: [] },
  { file: 'start', title: 'Start', flags: [] },
  { file: 'launch', title: 'The desktop app, beside an empty one', flags: [] },
]

const USAGE = `Usage: npm run bench -- [--quick] [part …]\nParts: ${PARTS.map(({ file }) => file).join(', ')}\n`

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

async function run({ file, flags }: Part, options: readonly string[]): Promise<readonly Line[]> {
  const path = join(import.meta.dirname, 'parts', `${file}.ts`)
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...flags, path, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const lines: Line[] = []
  const waiting = showWaiting(file)
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as Line
    lines.push(line)
    waiting.clear()
    say(lineOf(line))
  }
  waiting.stop()
  if ((await ended) !== 0) throw new Error(`The part "${file}" ended before it was done.`)
  return lines
}

/** Some figures take minutes: a terminal is shown that it goes on. */
function showWaiting(what: string): { clear(): void; stop(): void } {
  const started = performance.now()
  const terminal = process.stderr.isTTY
  const clear = (): void => void (terminal && process.stderr.write('\r\x1b[K'))
  const show = (): void =>
    void process.stderr.write(`\r${what} … ${Math.round((performance.now() - started) / 1000)} s`)
  const timer = terminal ? setInterval(show, 1000) : undefined
  return {
    clear,
    stop: () => {
      clearInterval(timer)
      clear()
    },
  }
}

async function main(): Promise<void> {
  const words = process.argv.slice(2)
  const options = words.filter((word) => word === '--quick')
  const names = words.filter((word) => !word.startsWith('--'))
  const unknown = words.find((word) => word !== '--quick' && !PARTS.some(({ file }) => file === word))
  if (unknown !== undefined) {
    process.stderr.write(`There is no "${unknown}".\n${USAGE}`)
    process.exit(2)
  }
  const [processor] = cpus()
  say(`${processor?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}`)
  say('Every ratio is taken within this run; the plain numbers are this machine’s and only for information.')
  const lines: Line[] = []
  for (const part of PARTS) {
    if (names.length > 0 && !names.includes(part.file)) continue
    say(heading(part.title))
    lines.push(...(await run(part, options)))
  }
  say(`\n${summary(lines)}`)
}

await main()
