import { newAccount, type NewAccount } from '../../shared/contract.ts'
import { environment, type Environment } from '../../shared/fields.ts'
import { venueId } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { missing, readArguments, readWord, type Arguments } from './arguments.ts'
import { readVault, text } from './serve-options.ts'

export type AccountsCommand =
  | { readonly do: 'help' | 'version' | 'list' | 'check' }
  | { readonly do: 'remove'; readonly label: string }
  | { readonly do: 'add'; readonly wanted: Omit<NewAccount, 'apiSecret'> }

export interface AccountsChoices {
  readonly command: AccountsCommand
  readonly data: string | null
  readonly vault: 'keychain' | 'file' | null
}

export const ACCOUNTS_HELP = `Usage: npm run accounts -- list | check | remove NAME | add [options]

  list              the accounts there are
  check             ask the exchanges what each key may do
  remove NAME       forget an account, its key and its history
  add               add an account; its secret is read from standard input
    --venue NAME          bybit or binance
    --environment NAME    mainnet, testnet or demo-trading
    --label NAME          what you call it
    --key KEY             the API key
    --accept-trading-key  take a key that can trade; every screen will say so

  --data DIR        the data folder
  --vault KIND      keychain or file; TIDEMARK_PASSPHRASE opens the file, or begins it where there is no keychain
  --help, --version
`

const OPTIONS = {
  venue: { type: 'string' },
  environment: { type: 'string' },
  label: { type: 'string' },
  key: { type: 'string' },
  'accept-trading-key': { type: 'boolean' },
  data: { type: 'string' },
  vault: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

const WORDS = ['list', 'check', 'remove', 'add'] as const

export function readAccountsOptions(args: readonly string[]): Result<AccountsChoices> {
  const read = readArguments(args, OPTIONS)
  if (!read.ok) return read
  const vault = readVault(text(read.value.values['vault']))
  if (!vault.ok) return vault
  const command = readCommand(read.value)
  return command.ok
    ? ok({ command: command.value, data: text(read.value.values['data']), vault: vault.value })
    : command
}

function readCommand({ values, words }: Arguments): Result<AccountsCommand> {
  if (values['help'] === true) return ok({ do: 'help' })
  if (values['version'] === true) return ok({ do: 'version' })
  const [given = '', name] = words
  const word = readWord('command', given, WORDS)
  if (!word.ok) return word
  if (word.value === 'add') return readNew(values)
  if (word.value !== 'remove') return ok({ do: word.value })
  return name === undefined ? missing('remove', 'the name of an account') : ok({ do: 'remove', label: name })
}

function readNew(values: Arguments['values']): Result<AccountsCommand> {
  const [venue, place, label, key] = (['venue', 'environment', 'label', 'key'] as const).map((name) =>
    text(values[name]),
  )
  if (venue == null) return missing('--venue', 'the name of an exchange')
  const known = environment.options.filter((each) => each !== 'simulator')
  if (place == null) return missing('--environment', known.join(', '))
  const chosen = readWord<Environment>('--environment', place, known)
  if (!chosen.ok) return chosen
  if (label == null) return missing('--label', 'a name of your own')
  if (key == null) return missing('--key', 'the API key; the secret is read from standard input')
  const wanted = {
    venue: venueId(venue),
    environment: chosen.value,
    label,
    apiKey: key,
    acceptTradingKey: values['accept-trading-key'] === true,
  }
  return checked(wanted)
}

/** The same limits as the page's form. */
function checked(wanted: Omit<NewAccount, 'apiSecret'>): Result<AccountsCommand> {
  const parsed = newAccount.omit({ apiSecret: true }).safeParse(wanted)
  if (parsed.success) return ok({ do: 'add', wanted: parsed.data })
  const issue = parsed.error.issues[0]
  const values = { field: String(issue?.path[0] ?? 'add'), problem: issue?.message ?? '' }
  return fail({ code: 'invalid', sentence: sentence('input.invalid', values) })
}
