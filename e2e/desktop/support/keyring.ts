import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'

/** A login of the user: a session bus, and on it the keyring in the state that the login left it. */
export interface Login {
  /** For the environment of what is started in it. */
  readonly environment: Readonly<Record<string, string>>
  end(): Promise<void>
}

/** A real keyring of a home of its own, through several logins. */
export interface Keyring {
  /** `locked`: the login did not open the keyring, and nobody is there to answer its prompt. */
  login(state: 'unlocked' | 'locked'): Promise<Login>
  stop(): Promise<void>
}

const PASSWORD = 'pw\n'
const BUS = 'dbus-daemon'
const DAEMON = 'gnome-keyring-daemon'
const ASK = 'dbus-send'
const LOOK_EVERY_MS = 50

/** What a real keyring needs and this computer does not have. */
export function missingForKeyring(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return [BUS, DAEMON, ASK].filter((tool) => !folders.some((folder) => existsSync(join(folder, tool))))
}

export function createKeyring(): Keyring {
  const home = mkdtempSync(join(tmpdir(), 'tidemark-keyring-'))
  const logins = new Set<Login>()

  async function login(state: 'unlocked' | 'locked'): Promise<Login> {
    const plain = { PATH: process.env['PATH'] ?? '', HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home }
    const bus = spawn(BUS, ['--session', '--nofork', '--print-address=1'], { env: plain })
    const address = await firstLine(bus)
    const environment = { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: home }
    const daemon = await startDaemon(state, { ...plain, ...environment })
    const opened = { environment, end: () => endAll(daemon, bus).then(() => void logins.delete(opened)) }
    logins.add(opened)
    return opened
  }

  return {
    login,
    stop: async () => {
      for (const opened of [...logins]) await opened.end()
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Ready once it answers on the bus; it says so nowhere else. */
async function startDaemon(state: 'unlocked' | 'locked', env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const unlock = state === 'unlocked' ? ['--unlock'] : []
  const daemon = spawn(DAEMON, [...unlock, '--foreground', '--components=secrets'], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  daemon.stdin.end(state === 'unlocked' ? PASSWORD : '')
  while (daemon.exitCode === null && !isThere(env)) await setTimeout(LOOK_EVERY_MS)
  if (daemon.exitCode !== null) throw new Error(`${DAEMON} ended with ${daemon.exitCode}`)
  return daemon
}

function isThere(env: NodeJS.ProcessEnv): boolean {
  const question = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets']
  const to = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus']
  return spawnSync(ASK, [...to, ...question], { env, encoding: 'utf8' }).stdout.includes('boolean true')
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('It was started without an output')
  const lines = createInterface({ input: child.stdout })
  const [line] = (await Promise.race([once(lines, 'line'), ended(child)])) as [string]
  return line
}

async function ended(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null]
  throw new Error(`${child.spawnfile} ended with ${String(code)}`)
}

async function endAll(...children: readonly ChildProcess[]): Promise<void> {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = once(child, 'exit')
    child.kill()
    await gone
  }
}
