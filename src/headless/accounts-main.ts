import { createTables } from '../engine/tables.ts'
import { createAccountBook } from '../engine/accounts/account-book.ts'
import { createPlaces } from '../engine/accounts/places.ts'
import { readVersion } from '../node/version.ts'
import type { Failure } from '../shared/result.ts'
import { roster } from '../venues/roster.ts'
import { ACCOUNTS_HELP, readAccountsOptions, type AccountsChoices } from './command/accounts-options.ts'
import { runAccounts } from './command/run-accounts.ts'
import { openLiveSide } from '../host/live-side.ts'
import { readOverrides } from '../host/overrides.ts'
import { hostOptions, readSurroundings } from '../host/surroundings.ts'

const surroundings = readSurroundings(process.env, (text) => process.stderr.write(text))

function refuse(failure: Failure): never {
  surroundings.say(`${surroundings.translate(failure.sentence)}\n`)
  process.exit(failure.code === 'invalid' ? 2 : 1)
}

async function perform(choices: AccountsChoices): Promise<Failure | null> {
  const overrides = readOverrides(roster, process.env)
  if (!overrides.ok) return overrides.failure
  const host = hostOptions(surroundings, choices.data, 'tidemark accounts', 'quiet')
  const side = await openLiveSide({ ...host, vault: choices.vault }, (said) => !said.ok && refuse(said.failure))
  if (!side.ok) return side.failure
  const { ports } = side.value
  const budgets = createTables().table<never>()
  const places = createPlaces(ports, { venues: roster, mode: 'live', overrides: overrides.value, budgets })
  const print = (line: string): void => void process.stdout.write(`${line}\n`)
  const terminal = {
    input: process.stdin,
    print,
    ask: (text: string) => surroundings.say(text),
    translate: surroundings.translate,
  }
  const failure = await runAccounts(
    choices.command,
    { ports, places, book: createAccountBook(ports, places) },
    terminal,
  )
  places.stop()
  await side.value.stop()
  return failure
}

async function main(): Promise<void> {
  const read = readAccountsOptions(process.argv.slice(2))
  if (!read.ok) return refuse(read.failure)
  if (read.value.command.do === 'help') return void process.stdout.write(ACCOUNTS_HELP)
  if (read.value.command.do === 'version') return void process.stdout.write(`${readVersion()}\n`)
  const failure = await perform(read.value)
  if (failure !== null) refuse(failure)
  process.exit(0)
}

await main()
