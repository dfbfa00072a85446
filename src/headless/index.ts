import { hostname } from 'node:os'
import { join } from 'node:path'
import { createNodeClock } from '../node/clock.ts'
import { createNodeRandom } from '../node/random.ts'
import { readVersion } from '../node/version.ts'
import type { Failure } from '../shared/result.ts'
import { roster } from '../venues/roster.ts'
import { readServeOptions, SERVE_HELP, type ServeChoices } from './command/serve-options.ts'
import { openBrowser } from './shell/browser.ts'
import { createAlertHosts } from '../host/alert-hosts.ts'
import { openDemoSide } from '../host/demo-side.ts'
import { openLiveSide } from '../host/live-side.ts'
import { readOverrides } from '../host/overrides.ts'
import { catchTheRest } from '../host/uncaught.ts'
import { createLastResort } from './shell/last-resort.ts'
import { openShell, type Shell } from './shell/shell.ts'
import { hostOptions, readSurroundings } from '../host/surroundings.ts'
import { keepToken } from './shell/token.ts'
import { untilAskedToStop } from './shell/until-stopped.ts'

const surroundings = readSurroundings(process.env, (text) => process.stderr.write(text))
const { translate, say } = surroundings
const clock = createNodeClock()
const lastResort = createLastResort({ exit: (code) => process.exit(code), say, translate, clock })
catchTheRest(process, lastResort.take)

function refuse(failure: Failure): never {
  surroundings.say(`${translate(failure.sentence)}\n`)
  process.exit(failure.code === 'invalid' ? 2 : 1)
}

function address(choices: ServeChoices, port: number): string {
  const host = choices.host === '0.0.0.0' || choices.host === '::' ? '127.0.0.1' : choices.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function open(choices: ServeChoices): Promise<{ readonly shell: Shell; readonly token: string }> {
  const overrides = readOverrides(roster, process.env)
  if (!overrides.ok) return refuse(overrides.failure)
  const host = hostOptions(surroundings, choices.data, 'tidemark serve', 'shown')
  const live = choices.demo
    ? null
    : await openLiveSide({ ...host, vault: choices.vault }, (said) => !said.ok && refuse(said.failure))
  if (live?.ok === false) return refuse(live.failure)
  const token = keepToken(host.root, createNodeRandom())
  const shell = await openShell({
    ...choices,
    live: live?.value ?? null,
    openDemo: () => openDemoSide(host),
    alertHost: createAlertHosts({
      environment: process.env,
      root: host.root,
      language: surroundings.language,
      notifier: null,
    }),
    clock,
    overrides: overrides.value,
    version: readVersion(),
    dataFolder: host.root,
    pageRoot: join(import.meta.dirname, '..', 'renderer'),
    token,
    names: [hostname().toLowerCase()],
  })
  return shell.ok ? { shell: shell.value, token } : refuse(shell.failure)
}

async function main(): Promise<void> {
  const read = readServeOptions(process.argv.slice(2))
  if (!read.ok) return refuse(read.failure)
  const choices = read.value
  if (choices.ask === 'help') return void process.stdout.write(SERVE_HELP)
  if (choices.ask === 'version') return void process.stdout.write(`${readVersion()}\n`)
  const { shell, token } = await open(choices)
  lastResort.opened({ log: shell.desk.live?.ports.log ?? null, stop: shell.stop })
  const page = `${address(choices, shell.port)}/#token=${token}`
  process.stdout.write(`Tidemark is watching (${shell.desk.engine().mode}). Open ${page}\n`)
  if (choices.open) openBrowser(page)
  await untilAskedToStop(process)
  await shell.stop()
  process.exit(0)
}

await main().catch(lastResort.take)
