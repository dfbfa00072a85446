import type { Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Failure, Result } from '../../shared/result.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Random } from '../ports/random.ts'
import { backoff } from '../session/backoff.ts'
import type { Verification } from '../session/freshness.ts'
import type { Difference } from './drift.ts'
import type { AccountEvent, AccountSnapshot, AccountState } from './event.ts'
import type { Facts } from './history.ts'
import { beginReading, beginVerifying, complete, hear, stopHearing, verify, type Reconciliation } from './reconcile.ts'
import type { ViewChange } from './view.ts'

/** Follows one account's stream and keeps its state true: one path for start, reconnect, wake and doubt. */
export interface Follower {
  up(): void
  down(): void
  heard(events: readonly AccountEvent[], at: Time): void
  /** The stream could not tell everything: the whole account is read again at once. */
  doubt(why: string): void
  stop(): void
  readonly state: AccountState | null
  readonly verification: Verification
  readonly verifiedAt: Time | null
}

export interface FollowerPorts {
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

export interface FollowerTerms {
  /** What is known from an earlier life of the account. */
  readonly known: AccountState | null
  readonly readSnapshot: () => Promise<Result<AccountSnapshot>>
  readonly onChange: (change: ViewChange) => void
  readonly onFacts: (facts: Facts) => void
  readonly onRepaired: (difference: Difference) => void
  readonly onFailure: (failure: Failure) => void
}

/** `whole` replaces everything that is not newer; `verify` compares and repairs what differs twice. */
type Purpose = 'whole' | 'verify'

/** Between two verifications, give or take a sixth, so that many accounts do not ask together. */
export const VERIFY_EVERY_MS = 120_000
const JITTER = 1 / 6
/** REST may have lagged behind the stream when the first snapshot was read. */
const SETTLED_AFTER_MS = 30_000
/** How soon a difference is looked at a second time. */
const CONFIRM_AFTER_MS = 5_000

export function createFollower(ports: FollowerPorts, terms: FollowerTerms): Follower {
  const { clock, random, log } = ports
  const self = {
    account: { phase: 'waiting', state: terms.known } as Reconciliation,
    /** Read that runs; answers of former ones are not listened to. */
    reading: null as object | null,
    /** A doubt arose while a read was running, so its answer may be older than the doubt. */
    doubted: false,
    failures: 0,
    verifiedAt: null as Time | null,
    stopTimer: (() => undefined) as Stop,
  }

  function schedule(ms: number, purpose: Purpose): void {
    self.stopTimer()
    self.stopTimer = clock.after(ms, () => void read(purpose))
  }

  async function read(purpose: Purpose): Promise<void> {
    const ticket = {}
    self.stopTimer()
    self.reading = ticket
    self.doubted = false
    if (purpose === 'verify') self.account = beginVerifying(self.account)
    const result = await terms.readSnapshot()
    if (self.reading !== ticket) return
    self.reading = null
    if (result.ok) apply(purpose, result.value)
    else retry(purpose, result.failure)
  }

  function retry(purpose: Purpose, failure: Failure): void {
    log.warn('an account could not be read', { why: failure.sentence.id, purpose })
    schedule(backoff(self.failures, random.next(), failure.retryAfterMs ?? 0), self.doubted ? 'whole' : purpose)
    self.failures += 1
    terms.onFailure(failure)
  }

  function apply(purpose: Purpose, snapshot: AccountSnapshot): void {
    self.failures = 0
    self.verifiedAt = clock.now()
    if (purpose === 'whole') adopt(complete(self.account, snapshot), SETTLED_AFTER_MS)
    else compare(snapshot)
    terms.onChange({ kind: 'snapshot', snapshot, heardAt: clock.now() })
    if (self.doubted) void read('whole')
  }

  function compare(snapshot: AccountSnapshot): void {
    const { next, repaired, suspected } = verify(self.account, snapshot)
    for (const difference of repaired) terms.onRepaired(difference)
    adopt(next, suspected.length > 0 ? CONFIRM_AFTER_MS : VERIFY_EVERY_MS * (1 - JITTER + 2 * JITTER * random.next()))
  }

  function adopt(next: Reconciliation, verifyAfterMs: number): void {
    self.account = next
    schedule(verifyAfterMs, 'verify')
  }

  function doubt(why: string): void {
    log.info('an account is read again', { why })
    if (self.reading !== null) self.doubted = true
    else void read('whole')
    terms.onChange({ kind: 'standing' })
  }

  function abandon(): void {
    self.reading = null
    self.doubted = false
    self.stopTimer()
  }

  return {
    up: () => {
      // After a rotation nothing was missed, yet the moment is a good one to make sure.
      const purpose = self.account.phase === 'live' ? 'verify' : 'whole'
      if (purpose === 'whole') self.account = beginReading(self.account)
      if (self.reading === null) void read(purpose)
    },
    down: () => {
      abandon()
      self.account = stopHearing(self.account)
      terms.onChange({ kind: 'standing' })
    },
    heard: (events, at) => {
      const facts = factsIn(events)
      if (facts.fills.length + facts.flows.length > 0) terms.onFacts(facts)
      const before = self.account.state
      self.account = hear(self.account, events)
      if (self.account.state !== before) terms.onChange({ kind: 'events', heardAt: at })
    },
    doubt,
    stop: abandon,
    get state() {
      return self.account.state
    },
    get verification() {
      const sure = self.account.phase === 'live' && self.account.suspects.length === 0 && !self.doubted
      return sure ? 'verified' : 'unverified'
    },
    get verifiedAt() {
      return self.verifiedAt
    },
  }
}

function factsIn(events: readonly AccountEvent[]): Facts {
  return {
    fills: events.flatMap((event) => (event.kind === 'fill' ? [event.fill] : [])),
    flows: events.flatMap((event) => (event.kind === 'flow' ? [event.flow] : [])),
  }
}
