import { parseArgs } from 'node:util'
import { bad, good, type Checked } from './checked.ts'
import { ARCHITECTURES, PLATFORMS, type Architecture, type Platform, type Target } from './target.ts'

/** What is made of each packed app. */
export type Form = 'installers' | 'folder'

/** Whether packages that nobody signed may be made, as on a developer's machine, or are refused, as for a release. */
export type Unsigned = 'allowed' | 'refused'

export interface Options {
  readonly targets: readonly Target[]
  readonly form: Form
  readonly unsigned: Unsigned
  /** A folder or zip that holds Electron's runtime, or null to fetch it. */
  readonly electron: string | null
  /** An update feed in the place of the repository's releases, or null. */
  readonly feed: string | null
}

interface Machine {
  readonly platform: string
  readonly architecture: string
}

export const USAGE =
  'npm run package -- [--mac] [--win] [--linux] [--x64] [--arm64] [--dir] [--signed] [--electron <folder or zip>] [--feed <https address>]'

const FLAGS = {
  mac: { type: 'boolean', default: false },
  win: { type: 'boolean', default: false },
  linux: { type: 'boolean', default: false },
  x64: { type: 'boolean', default: false },
  arm64: { type: 'boolean', default: false },
  dir: { type: 'boolean', default: false },
  signed: { type: 'boolean', default: false },
  electron: { type: 'string' },
  feed: { type: 'string' },
} as const
const NAMES = { darwin: 'mac', win32: 'win', linux: 'linux' } as const

/**
 * What `npm run package` was asked for. Without a system it is this machine's; without a processor both, or for a
 * folder this machine's. Unknown options are refused, as is what cannot be made on this machine.
 */
export function readOptions(args: readonly string[], machine: Machine): Checked<Options> {
  const parsed = parse(args)
  if (!parsed.ok) return parsed
  const flags = parsed.value
  const form = flags.dir ? 'folder' : 'installers'
  const platforms = choose(
    PLATFORMS.filter((platform) => flags[NAMES[platform]]),
    machine.platform,
    PLATFORMS,
  )
  const architectures = chooseArchitectures(
    ARCHITECTURES.filter((one) => flags[one]),
    machine,
    form,
  )
  const problems = [...refusals(platforms, form, machine), ...feedProblems(flags.feed)]
  if (problems.length > 0) return bad(...problems)
  return good({
    targets: platforms.flatMap((platform) => architectures.map((architecture) => ({ platform, architecture }))),
    form,
    unsigned: flags.signed ? 'refused' : 'allowed',
    electron: flags.electron ?? null,
    feed: flags.feed ?? null,
  })
}

function parse(args: readonly string[]) {
  try {
    return good(parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false }).values)
  } catch (error) {
    // parseArgs throws a TypeError whose first sentence names the argument; the rest is advice on positionals.
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error)
    return bad(`${reason}. Known is: ${USAGE}`)
  }
}

function choose<Value extends string>(asked: readonly Value[], own: string, all: readonly Value[]): readonly Value[] {
  return asked.length > 0 ? asked : all.filter((one) => one === own)
}

function chooseArchitectures(asked: readonly Architecture[], machine: Machine, form: Form): readonly Architecture[] {
  if (asked.length > 0) return asked
  return form === 'folder' ? choose([], machine.architecture, ARCHITECTURES) : ARCHITECTURES
}

function refusals(platforms: readonly Platform[], form: Form, machine: Machine): readonly string[] {
  return [
    ...(platforms.length === 0 ? [`Tidemark is not packaged for ${machine.platform}; name a system: ${USAGE}`] : []),
    ...(form === 'installers' && platforms.includes('darwin') && machine.platform !== 'darwin'
      ? ['Installers for macOS can only be made on macOS; elsewhere add --dir for the bare app.']
      : []),
  ]
}

/** Whoever sits between an unencrypted feed and the user chooses what is offered. */
function feedProblems(feed: string | undefined): readonly string[] {
  if (feed === undefined || URL.parse(feed)?.protocol === 'https:') return []
  return [`--feed wants an address that begins with https://, and ${feed} is none.`]
}
