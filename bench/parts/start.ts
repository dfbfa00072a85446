import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { tell, tellFigure } from '../report/figure.ts'
import { quantile } from '../stand/race.ts'

const quick = process.argv.includes('--quick')
const RUNS = quick ? 3 : 9
const ROOT = join(import.meta.dirname, '..', '..')
const SERVER = `require('node:http').createServer((_, answer) => answer.end('ok')).listen(0, '127.0.0.1', function () {
  console.log(this.address().port)
})`

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, LC_ALL: 'C' } })
}

/** The first text a program says that matches. */
async function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  const heard = { text: '' }
  for await (const chunk of child.stdout!) {
    heard.text += String(chunk)
    const found = pattern.exec(heard.text)?.[1]
    if (found !== undefined) return found
  }
  throw new Error(`A program ended without saying ${String(pattern)}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Milliseconds until `node -e 0` has come and gone. */
async function bareNode(): Promise<number> {
  const started = performance.now()
  await once(start(['-e', '0']), 'exit')
  return performance.now() - started
}

/** Milliseconds until a bare HTTP server has answered. */
async function bareServer(): Promise<number> {
  const started = performance.now()
  const child = start(['-e', SERVER])
  const port = await said(child, /(\d+)\n/)
  await (await fetch(`http://127.0.0.1:${port}/`)).text()
  const took = performance.now() - started
  await end(child)
  return took
}

interface Told {
  readonly type: string
  readonly balance?: { readonly total_balance: number | null }
}

/** Resolves with the first balance the exchange has confirmed; what is not known yet is null in the feed. */
function firstFigure(port: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const feed = new WebSocket(`ws://127.0.0.1:${port}/ws`)
    feed.on('error', reject)
    feed.on('message', (data: Buffer) => {
      const { balance } = JSON.parse(data.toString('utf8')) as Told
      if (balance === undefined || balance.total_balance === null) return
      feed.close()
      resolve()
    })
  })
}

/** Milliseconds until the demo told its first live balance on the public feed. */
async function ourShell(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
  const file = join(ROOT, 'out', 'main', 'headless.js')
  const started = performance.now()
  const child = start([file, '--demo', '--feed-open', '--port', '0', '--data', folder])
  await firstFigure(await said(child, /127\.0\.0\.1:(\d+)/))
  const took = performance.now() - started
  await end(child)
  rmSync(folder, { recursive: true, force: true })
  return took
}

const times = { node: [] as number[], server: [] as number[], ours: [] as number[] }
for (let run = 0; run < RUNS; run += 1) {
  times.node.push(await bareNode())
  times.server.push(await bareServer())
  times.ours.push(await ourShell())
}
const [node, server, ours] = [quantile(times.node, 0.5), quantile(times.server, 0.5), quantile(times.ours, 0.5)]
const measured = `${ours.toFixed(0)} ms; node -e 0 ${node.toFixed(0)} ms, a bare HTTP server ${server.toFixed(0)} ms`
const ratio = `${(ours / node).toFixed(1)}× node, ${(ours / server).toFixed(1)}× server`
tellFigure('Start to first live figure', ratio, measured, null)
tell({
  kind: 'note',
  text: `Median of ${RUNS} starts of the headless shell in demo mode, until the feed tells a balance.`,
})
process.exit(0)
