import type { Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Failure, Result } from '../../shared/result.ts'
import { waitForNextTry, type NextTryPorts } from '../net/next-try.ts'
import type { Log } from '../ports/log.ts'
import type { Verification } from '../session/freshness.ts'
import type { Difference } from './drift.ts'
import type { AccountEvent, AccountSnapshot, AccountState, Facts } from './event.ts'
import { beginReading, beginVerifying, complete, hear, stopHearing, verify, type Reconciliation } from './reconcile.ts'
import { lostFigures } from './lost-figures.ts'
import type { ViewChange } from './view.ts'

/** Follows one account's stream and keeps its state true: one path for start, reconnect, wake and doubt. */
export interface Follower {
  up(): void
  down(): void
  heard(events: readonly AccountEvent[], at: Time): void
  /** The stream could not tell everything: the whole account is read again, at once but for a burst of doubts. */
  doubt(why: string): void
  stop(): void
  readonly state: AccountState | null
  readonly verification: Verification
  readonly verifiedAt: Time | null
}

export interface FollowerPorts extends NextTryPorts {
  readonly log: Log
}

export interface FollowerTerms {
  /** What is known from an earlier life of the account. */
  readonly known: AccountState | null
  readonly readSnapshot: () => Promise<Result<AccountSnapshot>>
  readonly onChange: (change: ViewChange) => void
  /** As the stream told it: again whenever it is told again. */
  readonly onFacts: (facts: Facts) => void
  readonly onRepaired: (difference: Difference) => void
  readonly onFailure: (failure: Failure) => void
}

/** `whole` replaces everything that is not newer; `verify` compares and repairs what differs twice. */
type Purpose = 'whole' | 'verify'

interface Following {
  readonly ports: FollowerPorts
  readonly terms: FollowerTerms
  account: Reconciliation
  /** The read that runs; answers of former ones are not listened to. */
  reading: object | null
  /** Something may have been missed. `late`: while a read was running, whose answer may be older than the doubt. */
  doubt: 'none' | 'open' | 'late'
  /** When a read that looks into a doubt last began, in monotonic time. */
  doubtReadAt: number
  failures: number
  verifiedAt: Time | null
  /** When the next read is due, in monotonic time. */
  nextAt: number
  stopTimer: Stop
}

/** Between two verifications, give or take a sixth, so that many accounts do not ask together. */
export const VERIFY_EVERY_MS = 120_000
const JITTER = 1 / 6
/** REST may have lagged behind the stream when the first snapshot was read. */
const SETTLED_AFTER_MS = 30_000
/** How soon a difference is looked at a second time. */
const CONFIRM_AFTER_MS = 5_000
/** Streams leave out margins and liquidation prices that a trade has changed; only a report tells the new ones. */
const COMPLETE_WITHIN_MS = 20_000
/** A stream that gives cause for doubt with every frame must not become a stream of requests. */
const DOUBT_SPACING_MS = 5_000

export function createFollower(ports: FollowerPorts, terms: FollowerTerms): Follower {
  const self: Following = {
    ports,
    terms,
    account: { phase: 'waiting', state: terms.known },
    reading: null,
    doubt: 'none',
    doubtReadAt: -Infinity,
    failures: 0,
    verifiedAt: null,
    nextAt: 0,
    stopTimer: () => undefined,
  }
  return {
    up: () => cameUp(self),
    down: () => wentDown(self),
    heard: (events, at) => heard(self, events, at),
    doubt: (why) => doubted(self, why),
    stop: () => abandonReads(self),
    get state() {
      return self.account.state
    },
    get verification() {
      return isSure(self) ? 'verified' : 'unverified'
    },
    get verifiedAt() {
      return self.verifiedAt
    },
  }
}

/** After a rotation nothing was missed, yet the moment is a good one to make sure. */
function cameUp(self: Following): void {
  const purpose = self.account.phase === 'live' ? 'verify' : 'whole'
  if (purpose === 'whole') self.account = beginReading(self.account)
  if (self.reading === null) void read(self, nextPurpose(self, purpose))
}

function wentDown(self: Following): void {
  abandonReads(self)
  self.account = stopHearing(self.account)
  self.terms.onChange({ kind: 'standing' })
}

function heard(self: Following, events: readonly AccountEvent[], at: Time): void {
  const facts = factsIn(events)
  if (facts.fills.length + facts.flows.length + facts.gone.length > 0) self.terms.onFacts(facts)
  const before = self.account.state
  self.account = hear(self.account, events)
  if (self.account.state === before) return
  if (lostFigures(before, self.account.state)) verifyWithin(self, COMPLETE_WITHIN_MS)
  self.terms.onChange({ kind: 'events', heardAt: at })
}

function doubted(self: Following, why: string): void {
  if (self.doubt === 'none') self.ports.log.info('an account is read again', { why })
  self.doubt = self.reading === null ? 'open' : 'late'
  if (self.reading === null) lookInto(self)
  self.terms.onChange({ kind: 'standing' })
}

/** The first doubt at once, those that follow it together a little later. None is lost: it stays open until then. */
function lookInto(self: Following): void {
  // A read that failed is tried again in its own time, and then reads everything.
  if (self.account.phase !== 'live' || self.failures > 0) return
  const waitMs = self.doubtReadAt + DOUBT_SPACING_MS - self.ports.clock.monotonic()
  if (waitMs <= 0) void read(self, 'whole')
  else schedule(self, waitMs, 'whole')
}

function abandonReads(self: Following): void {
  self.reading = null
  self.doubt = 'none'
  self.stopTimer()
}

async function read(self: Following, purpose: Purpose): Promise<void> {
  const ticket = {}
  self.stopTimer()
  self.reading = ticket
  if (self.doubt !== 'none') Object.assign(self, { doubt: 'open', doubtReadAt: self.ports.clock.monotonic() })
  if (purpose === 'verify') self.account = beginVerifying(self.account)
  const result = await self.terms.readSnapshot()
  if (self.reading !== ticket) return
  self.reading = null
  if (result.ok) apply(self, purpose, result.value)
  else retry(self, purpose, result.failure)
}

function retry(self: Following, purpose: Purpose, failure: Failure): void {
  self.ports.log.warn('an account could not be read', { why: failure.sentence.id, purpose })
  const again = nextPurpose(self, purpose)
  self.stopTimer()
  self.stopTimer = waitForNextTry(self.ports, self.failures, failure, () => void read(self, nextPurpose(self, again)))
  self.nextAt = self.ports.clock.monotonic()
  self.failures += 1
  self.terms.onFailure(failure)
}

function apply(self: Following, purpose: Purpose, snapshot: AccountSnapshot): void {
  const { clock } = self.ports
  self.failures = 0
  self.verifiedAt = clock.now()
  const nextMs = purpose === 'whole' ? adopt(self, snapshot) : compare(self, snapshot)
  const again = self.doubt === 'late'
  self.doubt = again ? 'open' : 'none'
  self.terms.onChange({ kind: 'snapshot', snapshot, heardAt: clock.now() })
  if (again) lookInto(self)
  else schedule(self, nextMs, 'verify')
}

/** Answers when to look again. */
function adopt(self: Following, snapshot: AccountSnapshot): number {
  self.account = complete(self.account, snapshot)
  return SETTLED_AFTER_MS
}

function compare(self: Following, snapshot: AccountSnapshot): number {
  const { next, repaired, suspected } = verify(self.account, snapshot)
  self.account = next
  for (const difference of repaired) self.terms.onRepaired(difference)
  if (suspected.length > 0) return CONFIRM_AFTER_MS
  return Math.round(VERIFY_EVERY_MS * (1 - JITTER + 2 * JITTER * self.ports.random.next()))
}

function schedule(self: Following, ms: number, purpose: Purpose): void {
  self.stopTimer()
  self.nextAt = self.ports.clock.monotonic() + ms
  self.stopTimer = self.ports.clock.after(ms, () => void read(self, nextPurpose(self, purpose)))
}

function verifyWithin(self: Following, ms: number): void {
  const isSooner = self.ports.clock.monotonic() + ms < self.nextAt
  if (isSooner && self.reading === null && self.account.phase === 'live') schedule(self, ms, 'verify')
}

function nextPurpose(self: Following, wanted: Purpose): Purpose {
  return self.doubt === 'none' ? wanted : 'whole'
}

function isSure({ account, doubt }: Following): boolean {
  return account.phase === 'live' && account.suspects.length === 0 && doubt === 'none'
}

function factsIn(events: readonly AccountEvent[]): Facts {
  return {
    fills: events.flatMap((event) => (event.kind === 'fill' ? [event.fill] : [])),
    flows: events.flatMap((event) => (event.kind === 'flow' ? [event.flow] : [])),
    gone: events.flatMap((event) => (event.kind === 'order' && 'gone' in event.order ? [event.order] : [])),
  }
}
