import { absenceKey, type AbsenceRow, type AlertRow } from '../../../shared/alert-rows.ts'
import type { AccountId, Time } from '../../../shared/ids.ts'
import type { Stop } from '../../../shared/link.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Store } from '../../ports/store.ts'
import type { EngineState } from '../../state.ts'
import type { AccountStretch } from './facts-in.ts'
import { gapsShifted, lastingGaps, lookedFor, withoutTold, type Gaps } from './gaps.ts'
import { gather } from './gather.ts'
import { lookAround, unseenAccounts } from './sight.ts'
import { beganAway, looked, shifted, slept, WATCHING, type Spell } from './spell.ts'
import { readAbsences, withAbsence } from './stored-absences.ts'
import { isWorthKeeping, isWorthTelling, toldAbsence } from './told-absence.ts'

export interface AbsencePorts {
  readonly clock: Clock
  readonly log: Log
  readonly store: Store
}

export interface AbsenceDeps {
  readonly state: EngineState
  /** Until when the program watched before this run; null: it never did. */
  readonly watchedBefore: Time | null
  /** When the newest reading of an account's recent past began that has come to its end. */
  filledAt(account: AccountId): Time | null
  tell(alert: AlertRow): void
}

/**
 * What happened while nobody watched: asleep, offline, not running, or one account out of reach for long. Each absence
 * is one row, kept and told once.
 */
export interface Absences {
  markRead(absence: Pick<AbsenceRow, 'from' | 'account'>): Promise<Result<null>>
  start(): void
  stop(): void
}

const SETTING = 'absences'
const LOOK_MS = 1_000
/** Late alerts are told within this. */
const SETTLED_MS = 3_000
/** History that cannot be read now does not keep back what is known. */
const PATIENCE_MS = 120_000

interface Keeping {
  readonly ports: AbsencePorts
  readonly deps: AbsenceDeps
  readonly stops: Stop[]
  rows: readonly AbsenceRow[]
  spell: Spell
  gaps: Gaps
  timer: Stop | null
}

export function createAbsences(ports: AbsencePorts, deps: AbsenceDeps): Absences {
  const stored = readAbsences(ports.store.setting(SETTING))
  const now = ports.clock.now()
  const begun =
    stored.open ?? (deps.watchedBefore === null ? null : { from: deps.watchedBefore, cause: 'restart' as const })
  const spell = begun === null ? WATCHING : beganAway(begun.from, begun.cause, now)
  const gaps = new Map(stored.gaps.map(({ account, since }) => [account, { since, blindAt: now, back: null }]))
  const keeping: Keeping = { ports, deps, stops: [], rows: stored.rows, spell, gaps, timer: null }
  publish(keeping)
  return {
    markRead: (absence) => markRead(keeping, absenceKey(absence)),
    start: () => {
      keeping.stops.push(
        ports.clock.onJump(({ kind, byMs }) => {
          const at = ports.clock.now()
          if (kind === 'step') keeping.gaps = gapsShifted(keeping.gaps, byMs)
          turn(keeping, kind === 'sleep' ? slept(keeping.spell, byMs, at) : shifted(keeping.spell, byMs))
        }),
      )
      look(keeping)
    },
    stop: () => {
      for (const stop of keeping.stops.splice(0)) stop()
      keeping.timer?.()
    },
  }
}

function look(keeping: Keeping): void {
  const { ports, deps } = keeping
  keeping.timer = ports.clock.after(LOOK_MS, () => look(keeping))
  const now = ports.clock.now()
  const [accounts, streams] = [rowsOf(deps.state.accounts), rowsOf(deps.state.streams)]
  turn(keeping, looked(keeping.spell, lookAround(accounts, streams), now))
  const all = accounts.map(({ account }) => account)
  follow(keeping, lookedFor(keeping.gaps, unseenAccounts(accounts, streams), all, now))
  const { spell } = keeping
  if (spell.phase === 'back' && isComplete(keeping, { ...spell, account: null }, now)) tellOfAll(keeping, spell, now)
  if (spell.phase === 'watching') tellOfEach(keeping, now)
}

/** What began away is on disk at once: a program that ends meanwhile goes on with the same absence. */
function turn(keeping: Keeping, spell: Spell): void {
  const before = keeping.spell
  keeping.spell = spell
  if (openOf(before)?.from !== openOf(spell)?.from) void save(keeping)
}

/** So is what has become a gap worth telling of. */
function follow(keeping: Keeping, gaps: Gaps): void {
  const before = keeping.gaps
  keeping.gaps = gaps
  if (lastingGaps(before).length !== lastingGaps(gaps).length) void save(keeping)
}

function openOf(spell: Spell): { readonly from: Time; readonly cause: AbsenceRow['cause'] } | null {
  return spell.phase === 'watching' ? null : { from: spell.from, cause: spell.cause }
}

type Back = Extract<Spell, { phase: 'back' }>

/** Whether what happened until `to` has been read, of one account or of all. */
function isComplete({ deps }: Keeping, { to, blindAt, account }: Returned, now: Time): boolean {
  if (now - to > PATIENCE_MS) return true
  if (now - to < SETTLED_MS) return false
  const accounts = rowsOf(deps.state.accounts).filter((row) => account === null || row.account === account)
  return accounts.every((row) => row.state !== 'live' || (deps.filledAt(row.account) ?? 0) >= blindAt)
}

interface Returned extends Pick<Back, 'to' | 'blindAt'> {
  readonly account: AccountId | null
}

function tellOfAll(keeping: Keeping, { from, to, cause }: Back, now: Time): void {
  keeping.spell = WATCHING
  keeping.gaps = withoutTold(keeping.gaps, { from })
  report(keeping, { account: null, from, to }, cause, now)
}

function tellOfEach(keeping: Keeping, now: Time): void {
  for (const [account, { since, blindAt, back }] of keeping.gaps) {
    if (back === null || !isComplete(keeping, { account, to: back, blindAt }, now)) continue
    keeping.gaps = new Map([...keeping.gaps].filter(([other]) => other !== account))
    report(keeping, { account, from: since, to: back }, 'offline', now)
  }
}

function report(keeping: Keeping, stretch: AccountStretch, cause: AbsenceRow['cause'], now: Time): void {
  const { ports, deps } = keeping
  const { account, from, to } = stretch
  const found = gather(ports.store, deps.state, stretch, now)
  const blindMinutes = Math.round((to - from) / 60_000)
  const row: AbsenceRow = { account, from, to, cause, ...found, blindMinutes, readAt: null }
  if (isWorthKeeping(row)) keeping.rows = withAbsence(keeping.rows, row)
  publish(keeping)
  void save(keeping)
  const label = account === null ? '' : (deps.state.accounts.get(account)?.label ?? '')
  if (isWorthTelling(row)) deps.tell(toldAbsence(row, label, now))
}

async function markRead(keeping: Keeping, key: string): Promise<Result<null>> {
  const readAt = keeping.ports.clock.now()
  const isIt = (row: AbsenceRow): boolean => absenceKey(row) === key
  if (!keeping.rows.some((row) => isIt(row) && row.readAt === null)) return ok(null)
  keeping.rows = keeping.rows.map((row) => (isIt(row) ? { ...row, readAt } : row))
  publish(keeping)
  return save(keeping)
}

function publish({ rows, deps }: Keeping): void {
  deps.state.alerts.absences.replace(new Map(rows.map((row) => [absenceKey(row), row])))
}

async function save({ ports, rows, spell, gaps }: Keeping): Promise<Result<null>> {
  const saved = await ports.store.saveSetting(SETTING, { open: openOf(spell), gaps: lastingGaps(gaps), rows })
  if (!saved.ok) ports.log.error('an absence cannot be kept', { why: saved.failure.sentence.id })
  return saved
}

function rowsOf<Row>(table: { rows(): Iterable<readonly [string, Row]> }): readonly Row[] {
  return [...table.rows()].map(([, row]) => row)
}
