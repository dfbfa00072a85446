import type { AccountRow, KeyRights } from '../../shared/account-rows.ts'
import type { Stop } from '../../shared/link.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Ports } from '../ports/ports.ts'
import type { StoredAccount } from '../ports/store.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import { backoff } from '../session/backoff.ts'
import type { Table } from '../tables.ts'
import { admit, judge, readRights, type Admission } from './admission.ts'
import { createConnection, type Connection, type ConnectionDeps } from './connection.ts'
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

export type AccountPorts = Pick<Ports, 'clock' | 'random' | 'log' | 'store' | 'vault' | 'sockets'>

const DAY_MS = 24 * 3_600_000
/** Rights that could not be read are asked for again sooner. */
const RIGHTS_AGAIN_MS = 10 * 60_000

export function createAccount(ports: AccountPorts, deps: AccountDeps, first: StoredAccount): Account {
  const { clock, random, vault } = ports
  const { place, portfolio, accounts } = deps
  const own = { ...ports, log: ports.log.with({ account: first.account }) }
  const self = {
    stored: first,
    standing: { kind: 'starting', problem: null } as Standing,
    rights: null as KeyRights | null,
    connection: null as Connection | null,
    failures: 0,
    /** The life that runs; what was begun in a former one ends unheard. */
    life: {} as object,
    stopTimer: (() => undefined) as Stop,
  }

  async function begin(): Promise<void> {
    const life = end()
    stand({ kind: 'starting', problem: null })
    const signer = await vault.signer(first.account)
    if (self.life !== life) return
    if (!signer.ok) return refuse(signer.failure)
    const known = self.connection?.state ?? null
    const connection = createConnection(own, deps, {
      account: first.account,
      signer: signer.value,
      known,
      changed: (change) => changed(change),
      transferred: () => portfolio.transferred(first.account),
      failed,
    })
    self.connection = connection
    const admission = await admit(question(connection))
    if (self.life !== life) return
    if (admission.ok) admitted(admission.value)
    else notAdmitted(admission.failure)
  }

  function question({ perform }: Connection) {
    return { clock, perform, venue: place.venue, environment: place.environment, stored: self.stored }
  }

  function admitted(admission: Admission): void {
    self.failures = 0
    self.rights = admission.rights
    if (admission.kind === 'refused') return refuse(admission.failure)
    stand({ kind: 'following', problem: null })
    later(admission.rights.verdict === 'unknown' ? RIGHTS_AGAIN_MS : DAY_MS, () => void askRights())
    self.connection?.follow(self.stored.label)
  }

  function notAdmitted(failure: Failure): void {
    if (failure.terminal === true) return refuse(failure)
    stand({ kind: 'starting', problem: failure })
    later(backoff(self.failures, random.next(), failure.retryAfterMs ?? 0), () => void begin())
    self.failures += 1
  }

  /** What cannot be read now is asked for later; the account is followed meanwhile. */
  async function askRights(): Promise<Result<KeyRights>> {
    const { connection, life } = self
    if (connection === null || self.standing.kind !== 'following') return askAnew()
    const rights = await readRights(question(connection))
    if (self.life !== life) return rights
    if (rights.ok) admitted(judge(rights.value, question(connection)))
    else if (rights.failure.terminal === true) refuse(rights.failure)
    else later(RIGHTS_AGAIN_MS, () => void askRights())
    return rights
  }

  /** A refused account is begun anew, which reads its rights on the way. */
  async function askAnew(): Promise<Result<KeyRights>> {
    await begin()
    const { standing, rights } = self
    if (standing.problem !== null) return fail(standing.problem)
    return rights === null ? fail(notFollowed()) : ok(rights)
  }

  /** Ends the running life and answers the next one. */
  function end(): object {
    self.stopTimer()
    self.connection?.stop()
    self.life = {}
    return self.life
  }

  function refuse(failure: Failure): void {
    own.log.warn('an account waits for its user', { why: failure.sentence.id })
    end()
    stand({ kind: 'refused', problem: failure })
  }

  function failed(failure: Failure): void {
    if (self.standing.kind !== 'following') return
    if (failure.terminal === true) refuse(failure)
    else stand({ kind: 'following', problem: failure })
  }

  function changed(change: ViewChange): void {
    if (change.kind === 'snapshot' && self.standing.kind === 'following')
      self.standing = { kind: 'following', problem: null }
    publish(change)
  }

  function stand(standing: Standing): void {
    self.standing = standing
    publish({ kind: 'standing' })
  }

  function later(ms: number, run: () => void): void {
    self.stopTimer()
    self.stopTimer = clock.after(ms, run)
  }

  function view(): AccountView {
    const { connection, standing, stored } = self
    const stream = connection?.freshness()?.state ?? null
    const freshness = accountFreshness(standing, stream, connection?.verifiedAt ?? null, clock.now())
    return { account: stored.account, label: stored.label, freshness, state: connection?.state ?? null }
  }

  function publish(change: ViewChange): void {
    const shown = view()
    const { stored, standing, rights, connection } = self
    const problem = standing.problem ?? connection?.freshness()?.reason ?? null
    accounts.set(stored.account, accountRowOf({ stored, standing, rights, problem, view: shown, place }))
    portfolio.show(shown, change)
  }

  return {
    start: () => {
      publish({ kind: 'standing' })
      self.stopTimer = place.net.stagger.turn(() => void begin())
    },
    restart: () => void begin(),
    recheck: askRights,
    rename: (label) => {
      self.stored = { ...self.stored, label }
      self.connection?.rename(label)
      publish({ kind: 'standing' })
    },
    stop: () => void end(),
    remove: () => {
      end()
      accounts.set(first.account, null)
      portfolio.remove(first.account)
      deps.history.forget(first.account)
    },
    identity: () => self.connection?.state?.identity ?? null,
  }
}

function notFollowed(): Failure {
  return { code: 'unavailable', sentence: sentence('network.cancelled') }
}
