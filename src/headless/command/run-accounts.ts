import type { AccountBook } from '../../engine/accounts/account-book.ts'
import type { Places } from '../../engine/accounts/places.ts'
import { readRights } from '../../engine/account/admission.ts'
import type { Ports } from '../../engine/ports/ports.ts'
import type { StoredAccount } from '../../engine/ports/store.ts'
import type { KeyRights } from '../../shared/account-rows.ts'
import { fail, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Translate } from '../../shared/translate.ts'
import type { AccountsCommand } from './accounts-options.ts'
import { readSecret } from './read-secret.ts'

export interface AccountsDesk {
  readonly ports: Ports
  readonly places: Places
  readonly book: AccountBook
}

export interface Terminal {
  readonly input: NodeJS.ReadStream
  readonly print: (line: string) => void
  readonly ask: (question: string) => void
  readonly translate: Translate
}

type Add = Extract<AccountsCommand, { do: 'add' }>

/** Performs one command; the failure to tell of, or null. */
export async function runAccounts(
  command: AccountsCommand,
  desk: AccountsDesk,
  terminal: Terminal,
): Promise<Failure | null> {
  switch (command.do) {
    case 'list':
      return list(desk, terminal)
    case 'check':
      return check(desk, terminal)
    case 'remove':
      return remove(command.label, desk, terminal)
    case 'add':
      return add(command.wanted, desk, terminal)
    default:
      return null
  }
}

function list({ book, places }: AccountsDesk, { print, translate }: Terminal): null {
  const accounts = book.list()
  if (accounts.length === 0) print(translate(sentence('command.no-accounts')))
  for (const each of accounts)
    print(`${each.label}\t${places.venue(each.venue)?.name ?? each.venue}\t${each.environment}`)
  return null
}

async function check(desk: AccountsDesk, { print, translate }: Terminal): Promise<Failure | null> {
  let worst: Failure | null = null
  for (const stored of desk.book.list()) {
    const rights = await rightsOf(stored, desk)
    print(`${stored.label}\t${rights.ok ? describe(rights.value) : translate(rights.failure.sentence)}`)
    if (!rights.ok) worst = rights.failure
  }
  return worst
}

async function rightsOf(stored: StoredAccount, { ports, places }: AccountsDesk): Promise<Result<KeyRights>> {
  const venue = places.venue(stored.venue)
  if (venue === undefined) return fail(unknownAccount(stored.label))
  const signer = await ports.vault.signer(stored.account)
  if (!signer.ok) return signer
  const client = places.place(venue, stored.environment).net.client({ signer: signer.value, urgency: 'live' })
  const question = { clock: ports.clock, perform: client.perform, venue, environment: stored.environment, stored }
  const rights = await readRights(question)
  client.stop()
  return rights
}

async function remove(label: string, { book }: AccountsDesk, { print, translate }: Terminal): Promise<Failure | null> {
  const found = book.list().find((each) => each.label === label)
  if (found === undefined) return unknownAccount(label)
  const removed = await book.remove(found.account)
  if (!removed.ok) return removed.failure
  print(translate(sentence('command.removed', { label })))
  return null
}

async function add(wanted: Add['wanted'], { book, places }: AccountsDesk, terminal: Terminal): Promise<Failure | null> {
  const secret = await readSecret(terminal.input, terminal.ask)
  if (!secret.ok) return secret.failure
  const full = { ...wanted, apiSecret: secret.value }
  const added = await book.add(full)
  if (!added.ok) return added.failure
  const { label, venue, environment, rights } = added.value
  const name = places.venue(venue)?.name ?? venue
  terminal.print(
    terminal.translate(sentence('command.added', { label, venue: name, environment, rights: describe(rights) })),
  )
  return null
}

function describe({ verdict, powers }: KeyRights): string {
  return powers.length === 0 || verdict === 'read-only' ? verdict : `${verdict}: ${powers.join(', ')}`
}

function unknownAccount(label: string): Failure {
  return { code: 'invalid', sentence: sentence('command.no-account', { label }) }
}
