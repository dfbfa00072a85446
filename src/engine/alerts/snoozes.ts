import { z } from 'zod'
import { snoozeRow, type AlertRow, type SnoozeRow } from '../../shared/alert-rows.ts'
import type { Time } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { subjectOf, type SnoozeSubject } from '../../shared/snooze-subject.ts'
import type { Stop } from '../../shared/link.ts'
import type { AlertStore } from '../ports/alert-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { Table } from '../tables.ts'

export interface SnoozePorts {
  readonly clock: Clock
  readonly store: Pick<Store, 'setting' | 'saveSetting'>
  readonly alertStore: Pick<AlertStore, 'alert' | 'deliveries'>
}

export interface SnoozeDeps {
  readonly table: Table<SnoozeRow>
  /** Alerts whose condition holds still. */
  standing(): readonly AlertRow[]
  /** Tells a standing alert once the snooze that ended then is over. */
  tellAgain(alert: AlertRow, endedAt: Time): void
  /** What of this alert waits to be told is not needed any more. */
  skip(alert: string): void
}

/** What an alert is about, a rule with an account or a contract, keeps silent for a while, critical or not. */
export interface Snoozes {
  isSnoozed(alert: SnoozeSubject): boolean
  /** Null ends it: then only what was never told is. */
  snooze(alert: string, until: Time | null): Promise<Result<null>>
  start(): void
  stop(): void
}

const NAME = 'snoozes'
const stored = z.array(snoozeRow)

export function createSnoozes({ clock, store, alertStore }: SnoozePorts, deps: SnoozeDeps): Snoozes {
  const { table } = deps
  const timer = { stop: null as Stop | null, stopJump: null as Stop | null }
  const read = stored.safeParse(store.setting(NAME))
  for (const row of read.success ? read.data : []) table.set(subjectOf(row), row)
  const rows = (): readonly SnoozeRow[] => [...table.rows()].map(([, row]) => row)
  const save = (): Promise<Result<null>> => store.saveSetting(NAME, rows())

  function look(): void {
    const over = rows().filter(({ until }) => until <= clock.now())
    for (const row of over) {
      table.set(subjectOf(row), null)
      for (const alert of standingOf(row)) deps.tellAgain(alert, row.until)
    }
    if (over.length > 0) void save()
    arm()
  }

  function arm(): void {
    timer.stop?.()
    const next = Math.min(...rows().map(({ until }) => until))
    timer.stop = next === Infinity ? null : clock.after(next - clock.now(), look)
  }

  function standingOf(subject: SnoozeSubject): readonly AlertRow[] {
    return deps.standing().filter((alert) => subjectOf(alert) === subjectOf(subject))
  }

  function end(subject: SnoozeSubject): void {
    table.set(subjectOf(subject), null)
    const untold = standingOf(subject).filter(({ alert }) => alertStore.deliveries([alert]).length === 0)
    for (const alert of untold) deps.tellAgain(alert, clock.now())
  }

  return {
    isSnoozed: (subject) => (table.get(subjectOf(subject))?.until ?? -Infinity) > clock.now(),
    snooze: async (alert, until) => {
      const about = alertStore.alert(alert)
      if (about === null) return fail({ code: 'denied', sentence: sentence('alert.unknown') })
      const { rule, account, instrument } = about
      if (until === null) end(about)
      else {
        table.set(subjectOf(about), { rule, account, instrument, until })
        deps.skip(alert)
      }
      arm()
      const saved = await save()
      return saved.ok ? ok(null) : saved
    },
    start: () => {
      timer.stopJump = clock.onJump(look)
      look()
    },
    stop: () => {
      timer.stop?.()
      timer.stopJump?.()
    },
  }
}
