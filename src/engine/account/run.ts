import type { AccountRow, KeyRights } from '../../shared/account-rows.ts'
import type { Stop } from '../../shared/link.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { waitForNextTry } from '../net/next-try.ts'
import type { Ports } from '../ports/ports.ts'
import type { StoredAccount } from '../ports/store.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { Table } from '../tables.ts'
import { admit, judge, readRights, type Admission, type Question } from './admission.ts'
import { createConnection, type Connection, type ConnectionDeps } from './connection.ts'
import { rememberIdentity } from './remember-identity.ts'
import { accountFreshness, accountRowOf, type Standing } from './standing.ts'
import type { AccountView, ViewChange } from './view.ts'

/** One watched account: its key is checked, its stream followed, its rows published until it is stopped. */
export interface Account {
  start(): void
  /** Begins anew, for a vault that was opened or a problem that the user has solved. */
  restart(): void
  /** Asks the exchange what the key may do and acts on the answer. */
  recheck(): Promise<Result<KeyRights>>
  rename(label: string): void
  /** Closes everything; the rows stay as they were. */
  stop(): void
  /** Stops and takes every row of the account away; the store has forgotten it by then. */
  remove(): void
  /** The exchange's id of the account, once it was read. */
  identity(): string | null
}

export interface AccountDeps extends ConnectionDeps {
  readonly accounts: Table<AccountRow>
  readonly portfolio: Portfolio
}

export type AccountPorts = Pick<Ports, 'clock' | 'random' | 'log' | 'store' | 'vault' | 'sockets' | 'machine'>

interface Watch {
  readonly ports: AccountPorts
  readonly deps: AccountDeps
  stored: StoredAccount
  standing: Standing
  rights: KeyRights | null
  connection: Connection | null
  failures: number
  /** The life that runs; what was begun in a former one ends unheard. */
  life: object
  stopTimer: Stop
}

const DAY_MS = 24 * 3_600_000
/** Rights that could not be read are asked for again sooner. */
const RIGHTS_AGAIN_MS = 10 * 60_000

export function createAccount(ports: AccountPorts, deps: AccountDeps, first: StoredAccount): Account {
  const watch: Watch = {
    ports: { ...ports, log: ports.log.with({ account: first.account }) },
    deps,
    stored: first,
    standing: { kind: 'starting', problem: null },
    rights: null,
    connection: null,
    failures: 0,
    life: {},
    stopTimer: () => undefined,
  }
  return {
    start: () => {
      publish(watch, { kind: 'standing' })
      watch.stopTimer = deps.place.net.stagger.turn(() => void begin(watch))
    },
    restart: () => void begin(watch),
    recheck: () => askRights(watch),
    rename: (label) => rename(watch, label),
    stop: () => void end(watch),
    remove: () => remove(watch),
    identity: () => watch.connection?.state?.identity ?? null,
  }
}

async function begin(watch: Watch): Promise<void> {
  const life = end(watch)
  // While it only tries again, what kept it from starting stays said.
  stand(watch, { kind: 'starting', problem: watch.standing.kind === 'starting' ? watch.standing.problem : null })
  const { ports, deps, stored } = watch
  const signer = await ports.vault.signer(stored.account)
  if (watch.life !== life) return
  if (!signer.ok) return refuse(watch, signer.failure)
  const connection = createConnection(ports, deps, {
    account: stored.account,
    signer: signer.value,
    known: watch.connection?.state ?? null,
    changed: (change) => changed(watch, change),
    transferred: () => deps.portfolio.transferred(stored.account),
    failed: (failure) => failed(watch, failure),
    loginDoubted: () => void (watch.life === life && askRights(watch)),
  })
  watch.connection = connection
  const admission = await admit(question(watch, connection))
  if (watch.life !== life) return
  if (admission.ok) admitted(watch, admission.value)
  else notAdmitted(watch, admission.failure)
}

/** Ends the running life and answers the next one. */
function end(watch: Watch): object {
  watch.stopTimer()
  watch.connection?.stop()
  watch.life = {}
  return watch.life
}

function question({ ports, deps, stored }: Watch, { perform }: Connection): Question {
  const { venue, environment } = deps.place
  return { clock: ports.clock, perform, venue, environment, stored }
}

function admitted(watch: Watch, admission: Admission): void {
  watch.failures = 0
  watch.rights = admission.rights
  if (admission.kind === 'refused') return refuse(watch, admission.failure)
  stand(watch, { kind: 'following', problem: null })
  later(watch, admission.rights.verdict === 'unknown' ? RIGHTS_AGAIN_MS : DAY_MS, () => void askRights(watch))
  watch.connection?.follow(watch.stored.label)
}

function notAdmitted(watch: Watch, failure: Failure): void {
  if (failure.terminal === true) return refuse(watch, failure)
  stand(watch, { kind: 'starting', problem: failure })
  watch.stopTimer()
  watch.stopTimer = waitForNextTry(watch.ports, watch.failures, failure, () => void begin(watch))
  watch.failures += 1
}

/** What cannot be read now is asked for later; the account is followed meanwhile. */
async function askRights(watch: Watch): Promise<Result<KeyRights>> {
  const { connection, life } = watch
  if (connection === null || watch.standing.kind !== 'following') return askAnew(watch)
  const rights = await readRights(question(watch, connection))
  if (watch.life !== life) return rights
  if (rights.ok) admitted(watch, judge(rights.value, question(watch, connection)))
  else if (rights.failure.terminal === true) refuse(watch, rights.failure)
  else later(watch, RIGHTS_AGAIN_MS, () => void askRights(watch))
  return rights
}

/** A refused account is begun anew, which reads its rights on the way. */
async function askAnew(watch: Watch): Promise<Result<KeyRights>> {
  await begin(watch)
  const { standing, rights } = watch
  if (standing.problem !== null) return fail(standing.problem)
  return rights === null ? fail(endedMeanwhile()) : ok(rights)
}

function refuse(watch: Watch, failure: Failure): void {
  watch.ports.log.warn('an account waits for its user', { why: failure.sentence.id })
  end(watch)
  stand(watch, { kind: 'refused', problem: failure })
}

function failed(watch: Watch, failure: Failure): void {
  if (watch.standing.kind !== 'following') return
  if (failure.terminal === true) refuse(watch, failure)
  else stand(watch, { kind: 'following', problem: failure })
}

function changed(watch: Watch, change: ViewChange): void {
  const isRead = change.kind === 'snapshot' && watch.standing.kind === 'following'
  if (isRead) watch.standing = { kind: 'following', problem: null }
  if (isRead) void rememberIdentity(watch.ports, watch.stored.account, change.snapshot.identity)
  publish(watch, change)
}

function stand(watch: Watch, standing: Standing): void {
  watch.standing = standing
  publish(watch, { kind: 'standing' })
}

function later(watch: Watch, ms: number, run: () => void): void {
  watch.stopTimer()
  watch.stopTimer = watch.ports.clock.after(ms, run)
}

function publish(watch: Watch, change: ViewChange): void {
  const { stored, standing, rights, connection, deps } = watch
  const view = viewOf(watch)
  const problem = standing.problem ?? connection?.freshness()?.reason ?? null
  const row = accountRowOf({ stored, standing, rights, problem, view, place: deps.place })
  deps.accounts.set(stored.account, row)
  deps.portfolio.show(view, change)
}

function viewOf({ stored, standing, connection, ports, deps }: Watch): AccountView {
  const stream = connection?.freshness()?.state ?? null
  const freshness = accountFreshness(standing, stream, connection?.verifiedAt ?? null, ports.clock.now())
  const { account, label } = stored
  return { account, label, market: deps.place.market, freshness, state: connection?.state ?? null }
}

function rename(watch: Watch, label: string): void {
  watch.stored = { ...watch.stored, label }
  watch.connection?.rename(label)
  publish(watch, { kind: 'standing' })
}

function remove(watch: Watch): void {
  const { deps, stored } = watch
  end(watch)
  deps.accounts.set(stored.account, null)
  deps.portfolio.remove(stored.account)
  deps.history.forget(stored.account)
}

function endedMeanwhile(): Failure {
  return { code: 'unavailable', sentence: sentence('network.cancelled') }
}
