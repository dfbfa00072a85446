import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { tempFolder } from './temp-folder.ts'

const CHILD = join(import.meta.dirname, 'keychain-child.ts')
const TOOLS = ['dbus-run-session', 'gnome-keyring-daemon']
const run = promisify(execFile)

/** How the keyring of a session is found. `none`: there is not even a session bus. */
export type KeyringState = 'unlocked' | 'locked' | 'none'

const BEGIN: Readonly<Record<Exclude<KeyringState, 'none'>, string>> = {
  unlocked: 'printf "pw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1',
  locked: 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1',
}

/** What a real keyring needs and this computer does not have. */
export function missingTools(): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return TOOLS.filter((tool) => !folders.some((folder) => existsSync(join(folder, tool))))
}

/** A user's home with a real keyring of its own; each call of `live` is one session with one life of the program. */
export function createKeyring() {
  const home = tempFolder()
  const env = { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home }

  async function live(state: KeyringState, root: string, ...steps: readonly string[]): Promise<unknown> {
    const program = [process.execPath, CHILD, root, ...steps] as const
    const { stdout } =
      state === 'none'
        ? await run(program[0], program.slice(1), { env })
        : await run('dbus-run-session', ['--', 'sh', '-c', `${BEGIN[state]}; exec "$0" "$@"`, ...program], { env })
    return JSON.parse(stdout)
  }

  return { live }
}
