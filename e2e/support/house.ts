import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { startExchange, type DemoKey, type Exchange } from './exchange.ts'
import { filesUnder, leaks, placeOf } from './leaks.ts'
import { startProgram, type Ended, type Entry, type Program, type Start } from './program.ts'
import { served, type Served } from './served.ts'

export const PASSPHRASE = 'canary-passphrase-of-nine-lives'

interface NewAccount {
  readonly venue: string
  readonly label: string
  readonly key?: string
  readonly secret?: string
  readonly environment?: string
  readonly more?: readonly string[]
}

/** A data folder of the test's own and the programs that live in it. */
export interface House {
  readonly folder: string
  /** Where live data is kept. */
  readonly live: string
  /** Starts an entry with the house's environment. */
  start(entry: Entry, args: readonly string[], options?: Partial<Start>): Program
  /** Runs `accounts` on the house's data folder to its end. */
  accounts(args: readonly string[], input?: string): Promise<Ended>
  add(account: NewAccount): Promise<Ended>
  /** Starts `serve` on the house's data folder and a free port, and waits until it listens. */
  serve(...args: readonly string[]): Promise<Served>
  /** Waits until a `serve` that was started otherwise listens. */
  follow(program: Program): Promise<Served>
  /** One more text that must be found nowhere when the test is over. */
  keepSecret(secret: string): void
}

interface Fixtures {
  readonly exchange: Exchange
  readonly house: House
}

/** Tests of the built program. Whatever a test does, no secret of it may be found anywhere afterwards. */
export const test = base.extend<Fixtures>({
  // The runner demands an object pattern even where nothing is taken from it.
  exchange: async ({}, use) => {
    const exchange = await startExchange()
    await use(exchange)
    await exchange.stop()
  },
  house: async ({ exchange }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'tidemark-e2e-'))
    const { house, close, places, secrets } = createHouse(folder, exchange)
    await use(house)
    await close()
    const found = leaks(secrets(), [...places(), ...filesUnder(folder)])
    rmSync(folder, { recursive: true, force: true })
    expect(found, 'places in which a secret was found').toEqual([])
  },
})

function createHouse(folder: string, exchange: Exchange) {
  const programs: Program[] = []
  const servers: Served[] = []
  const secrets = new Set([PASSPHRASE])
  for (const venue of ['bybit', 'binance'] as const) keepPair(exchange.key(venue))
  const environment = { HOME: folder, TIDEMARK_PASSPHRASE: PASSPHRASE, ...exchange.environment }

  function keepPair({ apiKey, apiSecret }: DemoKey): void {
    secrets.add(apiKey).add(apiSecret)
  }

  function start(entry: Entry, args: readonly string[], more: Partial<Start> = {}): Program {
    const program = startProgram(entry, args, { ...more, environment: { ...environment, ...more.environment } })
    programs.push(program)
    return program
  }

  function accounts(args: readonly string[], input = ''): Promise<Ended> {
    return start('accounts', [...args, '--data', folder, '--vault', 'file'], { input }).ended
  }

  function add({ venue, label, environment: place = 'mainnet', more = [], ...pair }: NewAccount): Promise<Ended> {
    const known = exchange.key(venue === 'binance' ? 'binance' : 'bybit')
    const { key = known.apiKey, secret = known.apiSecret } = pair
    const args = ['add', '--venue', venue, '--environment', place, '--label', label, '--key', key, ...more]
    return accounts(args, `${secret}\n`)
  }

  function serve(...args: readonly string[]): Promise<Served> {
    return follow(start('headless', ['--data', folder, '--vault', 'file', '--port', '0', ...args]))
  }

  async function follow(program: Program): Promise<Served> {
    const server = await served(program)
    servers.push(server)
    return server
  }

  async function close(): Promise<void> {
    for (const { signal } of programs) signal('SIGKILL')
    await Promise.all(programs.map(({ ended }) => ended))
  }

  const live = join(folder, 'live')
  const keepSecret = (secret: string): void => void secrets.add(secret)
  return {
    house: { folder, live, start, accounts, add, serve, follow, keepSecret },
    close,
    secrets: () => [...secrets],
    places: () => [
      ...programs.map(({ said }, at) => placeOf(`output of program ${at}`, said())),
      ...servers.flatMap(({ told }) => told()),
    ],
  }
}
