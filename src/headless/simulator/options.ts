import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { badValue, readArguments, readPort, readWord } from '../command/arguments.ts'

/** How the process was asked to run. */
export interface SimulatorChoices {
  readonly port: number
  readonly host: string
  readonly seed: number
  /** Whether somebody trades on the demo accounts. */
  readonly bot: 'on' | 'off'
  /** Whether prices walk by themselves. */
  readonly market: 'lively' | 'still'
  /** Made-up contracts listed besides the usual ones. */
  readonly symbols: number
  readonly report: 'text' | 'json'
  readonly ask: 'help' | 'version' | null
}

export const SIMULATOR_HELP = `Usage: npm run simulator -- [options]

Runs an exchange in a box: prices, accounts and keys of its own, on this computer.

  --port N          port to listen on (default 8100; 0 takes a free one)
  --host ADDRESS    address to listen on (default 127.0.0.1, this computer only)
  --seed N          the same seed gives the same market (default 7)
  --bot on|off      somebody trades on the demo accounts (default on)
  --market KIND     lively, or still: prices move only when told to (default lively)
  --symbols N       list N made-up contracts more, for load (default 0)
  --json            say what was started as one line of JSON
  --help            show this
  --version         show the version

POST /control takes one command as JSON, or an array of them; GET /control/state shows what there is.
`

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  seed: { type: 'string' },
  bot: { type: 'string' },
  market: { type: 'string' },
  symbols: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

const HIGHEST_SEED = 4_294_967_295
const MOST_SYMBOLS = 2000

export function readSimulatorOptions(args: readonly string[]): Result<SimulatorChoices> {
  const read = readArguments(args, OPTIONS)
  if (!read.ok) return read
  const { values, words } = read.value
  if (words[0] !== undefined) return fail(unknown(words[0]))
  const text = (name: keyof typeof OPTIONS, otherwise: string) => textOf(values[name]) ?? otherwise
  const port = readPort(text('port', '8100'))
  if (!port.ok) return port
  const seed = readWhole('--seed', text('seed', '7'), HIGHEST_SEED)
  if (!seed.ok) return seed
  const symbols = readWhole('--symbols', text('symbols', '0'), MOST_SYMBOLS)
  if (!symbols.ok) return symbols
  const bot = readWord('--bot', text('bot', 'on'), ['on', 'off'])
  if (!bot.ok) return bot
  const market = readWord('--market', text('market', 'lively'), ['lively', 'still'])
  if (!market.ok) return market
  return ok({
    port: port.value,
    host: text('host', '127.0.0.1'),
    seed: seed.value,
    bot: bot.value,
    market: market.value,
    symbols: symbols.value,
    report: values['json'] === true ? 'json' : 'text',
    ask: values['help'] === true ? 'help' : values['version'] === true ? 'version' : null,
  })
}

function readWhole(option: string, text: string, most: number): Result<number> {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN
  return value <= most ? ok(value) : badValue(option, text, `0 to ${most}`)
}

function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function unknown(word: string) {
  return { code: 'invalid', sentence: sentence('command.unknown-option', { option: word.slice(0, 60) }) } as const
}
