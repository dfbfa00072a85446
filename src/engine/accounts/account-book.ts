import type { KeyRights } from '../../shared/account-rows.ts'
import type { NewAccount } from '../../shared/contract.ts'
import { accountId, type AccountId } from '../../shared/ids.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'
import type { Store, StoredAccount } from '../ports/store.ts'
import type { Signer, Vault } from '../ports/vault.ts'
import type { AccountKind, Venue } from '../ports/venue.ts'
import type { Place, Places } from './places.ts'
import { refusalOf } from './rights-rule.ts'

export interface Checked {
  readonly rights: KeyRights
  readonly kind: string
}

/** What a key is and may do, with whose it is. */
interface Recognised {
  readonly rights: KeyRights
  readonly kind: AccountKind
}

export interface AddedAccount extends StoredAccount {
  readonly rights: KeyRights
}

/** The accounts the user has added: facts in the store, keys in the vault, under one id. */
export interface AccountBook {
  list(): readonly StoredAccount[]
  /** Asks the exchange what the key is and may do; nothing is kept. An account that is here already is refused. */
  check(wanted: NewAccount): Promise<Result<Checked>>
  /** Checks, refuses keys that can do more than read unless the user insisted, then keeps key and account. */
  add(wanted: NewAccount): Promise<Result<AddedAccount>>
  rename(account: AccountId, label: string): Promise<Result<null>>
  remove(account: AccountId): Promise<Result<null>>
}

export interface BookPorts {
  readonly clock: Clock
  readonly random: Random
  readonly store: Store
  readonly vault: Vault
}

export function createAccountBook({ clock, random, store, vault }: BookPorts, places: Places): AccountBook {
  async function recognise(wanted: NewAccount): Promise<Result<Recognised>> {
    const place = findPlace(places, wanted)
    if (!place.ok) return place
    const signer = vault.borrow({ apiKey: wanted.apiKey, apiSecret: wanted.apiSecret })
    if (!signer.ok) return signer
    const asked = await ask(place.value, signer.value, clock)
    const twin = asked.ok ? findTwin(store, wanted, asked.value.kind.identity) : undefined
    return twin === undefined ? asked : fail(addedAlready(twin))
  }

  async function check(wanted: NewAccount): Promise<Result<Checked>> {
    const recognised = await recognise(wanted)
    return recognised.ok ? ok({ ...recognised.value, kind: recognised.value.kind.kind }) : recognised
  }

  async function add(wanted: NewAccount): Promise<Result<AddedAccount>> {
    if (isTaken(store, wanted.label, null)) return fail(labelTaken(wanted.label))
    const recognised = await recognise(wanted)
    if (!recognised.ok) return recognised
    const { kind, rights } = recognised.value
    const refusal = refusalOf(rights, venueName(places, wanted), wanted.acceptTradingKey)
    if (refusal !== null) return fail(refusal)
    const kept = await keep(wanted, kind.identity)
    return kept.ok ? ok({ ...kept.value, rights }) : kept
  }

  async function keep(wanted: NewAccount, identity: string | null): Promise<Result<StoredAccount>> {
    const account: StoredAccount = {
      account: accountId(random.token(8)),
      venue: wanted.venue,
      environment: wanted.environment,
      label: wanted.label,
      tradingKeyAccepted: wanted.acceptTradingKey,
      addedAt: clock.now(),
      identity,
    }
    const put = await vault.put(account.account, { apiKey: wanted.apiKey, apiSecret: wanted.apiSecret })
    if (!put.ok) return put
    const saved = await store.saveAccount(account)
    if (saved.ok) return ok(account)
    // A key without its account would stay in the vault unseen.
    await vault.remove(account.account)
    return saved
  }

  return {
    list: () => store.accounts(),
    check,
    add,
    rename: async (id, label) => {
      const known = store.accounts().find((each) => each.account === id)
      if (known === undefined) return fail(unknown())
      if (isTaken(store, label, id)) return fail(labelTaken(label))
      return store.saveAccount({ ...known, label })
    },
    remove: async (id) => {
      if (!store.accounts().some((each) => each.account === id)) return fail(unknown())
      const removed = await vault.remove(id)
      return removed.ok ? store.removeAccount(id) : removed
    },
  }
}

async function ask(place: Place, signer: Signer, clock: Clock): Promise<Result<Recognised>> {
  const client = place.net.client({ signer, urgency: 'live' })
  try {
    const kind = await client.perform(place.venue.recognise(place.environment))
    if (!kind.ok) return kind
    const rights = await client.perform(place.venue.keyRights(place.environment))
    return rights.ok ? ok({ kind: kind.value, rights: { ...rights.value, checkedAt: clock.now() } }) : rights
  } finally {
    client.stop()
  }
}

function findPlace(places: Places, { venue, environment }: NewAccount): Result<Place> {
  const found = places.venue(venue)
  if (found === undefined) return fail(invalid('venue', unknownVenue(places, venue)))
  if (!found.environments.includes(environment))
    return fail(invalid('environment', unknownEnvironment(found, environment)))
  return ok(places.place(found, environment))
}

function unknownVenue(places: Places, venue: string) {
  const known = places.venues().map((each) => each.id)
  return sentence('account.unknown-venue', { venue, known: known.join(', ') })
}

function unknownEnvironment(venue: Venue, environment: string) {
  return sentence('account.unknown-environment', {
    venue: venue.name,
    environment,
    known: venue.environments.join(', '),
  })
}

function venueName(places: Places, { venue }: NewAccount): string {
  return places.venue(venue)?.name ?? venue
}

/** The same account at the exchange, under whichever key; one whose identity nobody tells is like no other. */
function findTwin(store: Store, wanted: NewAccount, identity: string | null): StoredAccount | undefined {
  if (identity === null) return undefined
  const { venue, environment } = wanted
  return store
    .accounts()
    .find((each) => each.venue === venue && each.environment === environment && each.identity === identity)
}

function isTaken(store: Store, label: string, but: AccountId | null): boolean {
  return store.accounts().some((each) => each.label === label && each.account !== but)
}

function addedAlready({ label }: StoredAccount): Failure {
  return invalid('apiKey', sentence('account.added-already', { label }))
}

function labelTaken(label: string): Failure {
  return invalid('label', sentence('account.label-taken', { label }))
}

function unknown(): Failure {
  return invalid('account', sentence('account.unknown'))
}

function invalid(field: string, said: Failure['sentence']): Failure {
  return { code: 'invalid', field, sentence: said }
}
