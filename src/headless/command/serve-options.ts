import { ok, type Result } from '../../shared/result.ts'
import { readArguments, readPort, readWord } from './arguments.ts'

export interface ServeChoices {
  readonly port: number
  readonly host: string
  /** Null: the system's own place for programs' data. */
  readonly data: string | null
  readonly demo: boolean
  readonly vault: 'keychain' | 'file' | null
  readonly feedOpen: boolean
  readonly open: boolean
  readonly ask: 'help' | 'version' | null
}

export const SERVE_HELP = `Usage: npm run serve -- [options]

Watches your accounts and serves the dashboard to a browser.

  --port N          port to listen on (default 8000; 0 takes a free one)
  --host ADDRESS    address to listen on (default 127.0.0.1, this computer only)
  --data DIR        folder for the database and logs (default: the system's place for program data)
  --demo            show the built-in exchange simulator; real accounts are not touched
  --vault KIND      where keys are kept: keychain or file (default: the file if there is one, else the keychain)
  --feed-open       let programs on this computer read ws://…/ws without a token
  --open            open the dashboard in the default browser
  --help            show this
  --version         show the version

Environment: TIDEMARK_PASSPHRASE opens the file vault, and begins it where there is no keychain. HTTPS_PROXY and NO_PROXY are honoured.
Hosts can be replaced; see docs/operations.md.
`

const VAULTS = ['keychain', 'file'] as const

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean' },
  vault: { type: 'string' },
  'feed-open': { type: 'boolean' },
  open: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

export function readServeOptions(args: readonly string[]): Result<ServeChoices> {
  const read = readArguments(args, OPTIONS)
  if (!read.ok) return read
  const { values, words } = read.value
  if (words[0] !== undefined) return readWord('command line', words[0], [])
  const port = readPort(text(values['port']) ?? '8000')
  if (!port.ok) return port
  const vault = readVault(text(values['vault']))
  if (!vault.ok) return vault
  return ok({
    port: port.value,
    host: text(values['host']) ?? '127.0.0.1',
    data: text(values['data']),
    demo: values['demo'] === true,
    vault: vault.value,
    feedOpen: values['feed-open'] === true,
    open: values['open'] === true,
    ask: values['help'] === true ? 'help' : values['version'] === true ? 'version' : null,
  })
}

export function readVault(given: string | null): Result<'keychain' | 'file' | null> {
  return given === null ? ok(null) : readWord('--vault', given, VAULTS)
}

export function text(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null
}
