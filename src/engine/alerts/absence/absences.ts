import type { AbsenceRow, AlertRow } from '../../../shared/alert-rows.ts'
import type { AccountId, Time } from '../../../shared/ids.ts'
import type { Stop } from '../../../shared/link.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Store } from '../../ports/store.ts'
import type { EngineState } from '../../state.ts'
import { gather } from './gather.ts'
import { lookAround } from './sight.ts'
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

/** What happened while nobody watched: asleep, offline, not running. Each absence is one row, kept and told once. */
export interface Absences {
  markRead(from: Time): Promise<Result<null>>
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
  timer: Stop | null
}

export function createAbsences(ports: AbsencePorts, deps: AbsenceDeps): Absences {
  const stored = readAbsences(ports.store.setting(SETTING))
  const now = ports.clock.now()
  const begun =
    stored.open ?? (deps.watchedBefore === null ? null : { from: deps.watchedBefore, cause: 'restart' as const })
  const spell = begun === null ? WATCHING : beganAway(begun.from, begun.cause, now)
  const keeping: Keeping = { ports, deps, stops: [], rows: stored.rows, spell, timer: null }
  publish(keeping)
  return {
    markRead: (from) => markRead(keeping, from),
    start: () => {
      keeping.stops.push(
        ports.clock.onJump(({ kind, byMs }) => {
          const at = ports.clock.now()
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
  const { accounts, streams } = deps.state
  turn(keeping, looked(keeping.spell, lookAround(rowsOf(accounts), rowsOf(streams)), now))
  if (keeping.spell.phase === 'back' && isComplete(keeping, keeping.spell, now)) report(keeping, keeping.spell, now)
}

/** What began away is on disk at once: a program that ends meanwhile goes on with the same absence. */
function turn(keeping: Keeping, spell: Spell): void {
  const before = keeping.spell
  keeping.spell = spell
  if (openOf(before)?.from !== openOf(spell)?.from) void save(keeping)
}

function openOf(spell: Spell): { readonly from: Time; readonly cause: AbsenceRow['cause'] } | null {
  return spell.phase === 'watching' ? null : { from: spell.from, cause: spell.cause }
}

function isComplete({ deps }: Keeping, { to, blindAt }: Extract<Spell, { phase: 'back' }>, now: Time): boolean {
  if (now - to > PATIENCE_MS) return true
  if (now - to < SETTLED_MS) return false
  const live = rowsOf(deps.state.accounts).filter(({ state }) => state === 'live')
  return live.every(({ account }) => (deps.filledAt(account) ?? 0) >= blindAt)
}

function report(keeping: Keeping, { from, to, cause }: Extract<Spell, { phase: 'back' }>, now: Time): void {
  const { ports, deps } = keeping
  const found = gather(ports.store, deps.state, { from, to }, now)
  const row: AbsenceRow = { from, to, cause, ...found, blindMinutes: Math.round((to - from) / 60_000), readAt: null }
  keeping.spell = WATCHING
  if (isWorthKeeping(row)) keeping.rows = withAbsence(keeping.rows, row)
  publish(keeping)
  void save(keeping)
  if (isWorthTelling(row)) deps.tell(toldAbsence(row, now))
}

async function markRead(keeping: Keeping, from: Time): Promise<Result<null>> {
  const readAt = keeping.ports.clock.now()
  if (!keeping.rows.some((row) => row.from === from && row.readAt === null)) return ok(null)
  keeping.rows = keeping.rows.map((row) => (row.from === from ? { ...row, readAt } : row))
  publish(keeping)
  return save(keeping)
}

function publish({ rows, deps }: Keeping): void {
  deps.state.alerts.absences.replace(new Map(rows.map((row) => [String(row.from), row])))
}

async function save({ ports, rows, spell }: Keeping): Promise<Result<null>> {
  const saved = await ports.store.saveSetting(SETTING, { open: openOf(spell), rows })
  if (!saved.ok) ports.log.error('an absence cannot be kept', { why: saved.failure.sentence.id })
  return saved
}

function rowsOf<Row>(table: { rows(): Iterable<readonly [string, Row]> }): readonly Row[] {
  return [...table.rows()].map(([, row]) => row)
}
