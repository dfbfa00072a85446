import { execFile } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { tempFolder } from './temp-folder.ts'

const CHILD = join(import.meta.dirname, 'keychain-child.ts')
const TOOLS = ['dbus-run-session', 'gnome-keyring-daemon']
const run = promisify(execFile)

function missing(): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return TOOLS.filter((tool) => !folders.some((folder) => existsSync(join(folder, tool))))
}

/** An empty home, so that nobody's own keyring is touched, and no session bus but the one a test makes. */
function environment(): NodeJS.ProcessEnv {
  const home = tempFolder()
  return { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home }
}

const absent = missing()
if (absent.length > 0) {
  console.warn(
    `\n  SKIPPED: the round trip through a real keyring, because ${absent.join(' and ')} is not installed.\n`,
  )
}

test.skipIf(absent.length > 0)('a key makes the round trip through a real keyring', { timeout: 60_000 }, async () => {
  const inside = 'printf "pw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$0" "$1"'
  const { stdout } = await run('dbus-run-session', ['--', 'sh', '-c', inside, process.execPath, CHILD], {
    env: environment(),
  })
  expect(JSON.parse(stdout)).toEqual({
    put: null,
    listed: ['round-trip'],
    signed: ['KEY-ROUND', createHmac('sha256', 'secret-round-trip').update('payload').digest('hex')],
    removed: null,
    after: 'vault.no-key',
  })
})

test.runIf(process.platform === 'linux')(
  'without a session bus every step is a sentence that offers the file vault',
  { timeout: 60_000 },
  async () => {
    const { stdout } = await run(process.execPath, [CHILD], { env: environment() })
    const steps = Object.values(JSON.parse(stdout) as Record<string, unknown>)
    expect(steps).toEqual(Array(5).fill('vault.keychain-missing'))
  },
)
