import { join } from 'node:path'
import type { Side } from '../../../src/engine/desk.ts'
import { openShell, type Shell } from '../../../src/headless/shell/shell.ts'
import { createAlertHosts } from '../../../src/host/alert-hosts.ts'
import { openDemoSide } from '../../../src/host/demo-side.ts'
import { readOverrides } from '../../../src/host/overrides.ts'
import { openLiveSide } from '../../../src/host/live-side.ts'
import { accountId, venueId } from '../../../src/shared/ids.ts'
import type { Result } from '../../../src/shared/result.ts'
import { roster } from '../../../src/venues/roster.ts'
import { ROOT } from '../../support/program.ts'
import type { SteeredClocks } from './steered-clock.ts'
import type { World } from './world.ts'

const TOKEN = '0123456789abcdef'.repeat(3)
export const PASSPHRASE = 'canary-passphrase-of-nine-lives'

export interface HouseOptions {
  readonly folder: string
  readonly clocks: SteeredClocks
  readonly world: World
  readonly mode: 'live' | 'demo'
  /** 0 takes a free one. */
  readonly port: number
  readonly log: (line: string) => void
}

export interface House {
  /** The address a user opens, token and all. */
  readonly address: string
  readonly port: number
  stop(): Promise<void>
}

/** The real headless shell in this process: real page, link, engine, database and sockets; only the clock is steered. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const host = hostOf(options)
  const live = options.mode === 'live' ? await openLive(options) : null
  const overrides = expectOk(readOverrides(roster, options.world.environment))
  const shell: Shell = expectOk(
    await openShell({
      host: '127.0.0.1',
      port: options.port,
      feedOpen: true,
      live,
      openDemo: () => openDemoSide(host),
      alertHost: createAlertHosts({ environment: {}, root: options.folder, language: 'en', notifier: null }),
      clock: options.clocks.machine,
      overrides,
      version: '0.0.0-test',
      dataFolder: options.folder,
      pageRoot: join(ROOT, 'out', 'renderer'),
      token: TOKEN,
      names: [],
    }),
  )
  const { port, stop } = shell
  return { address: `http://127.0.0.1:${port}/#token=${TOKEN}`, port, stop: () => stop() }
}

/** What a data folder is opened with, whichever shell lives in it. */
export type Foundation = Pick<HouseOptions, 'folder' | 'clocks' | 'world' | 'log'>

function hostOf({ folder, log }: Foundation) {
  return {
    program: 'test',
    root: folder,
    defaultRoot: folder,
    environment: {},
    log: { level: 'debug', form: 'json', terminal: log },
    storeProblem: () => undefined,
  } as const
}

async function openLive(options: Foundation): Promise<Side> {
  const environment = { TIDEMARK_PASSPHRASE: PASSPHRASE }
  const side = expectOk(await openLiveSide({ ...hostOf(options), environment, vault: 'file' }, expectOk))
  return { ...side, ports: { ...side.ports, clock: options.clocks.machine } }
}

/** Puts accounts into a data folder under the passphrase, as an earlier day would have. */
export async function furnish(options: Foundation, accounts: World['accounts']): Promise<void> {
  const { ports, stop } = await openLive(options)
  expectOk(await ports.vault.useFile(PASSPHRASE))
  for (const { id, venue, label, apiKey, apiSecret } of accounts) {
    const account = accountId(`${id}-account`)
    expectOk(await ports.vault.put(account, { apiKey, apiSecret }))
    const facts = { venue: venueId(venue), environment: 'mainnet', tradingKeyAccepted: false, identity: null } as const
    expectOk(await ports.store.saveAccount({ account, label, addedAt: ports.clock.now(), ...facts }))
  }
  await stop()
}

export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
