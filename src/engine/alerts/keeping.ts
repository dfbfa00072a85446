import type { AlertRow } from '../../shared/alert-rows.ts'
import type { AccountId, Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { StoredRule } from '../ports/alert-store.ts'
import { createAbsences, type Absences } from './absence/absences.ts'
import { ABSENCE } from './absence/told-absence.ts'
import type { AlertOptions, AlertPorts } from './alerts.ts'
import type { Facts } from './facts.ts'
import { followWaiting } from './follow-waiting.ts'
import { ALL_CLEAR, type AllClearFacts } from './heartbeat/all-clear.ts'
import { startDaily } from './heartbeat/daily.ts'
import { createHeartbeat, type Heartbeat } from './heartbeat/heartbeat.ts'
import { whyWithheld, type Vitals } from './heartbeat/vitals.ts'
import { whyNotClear } from './heartbeat/why-not-clear.ts'
import type { RuleBook } from './rule-book.ts'
import { SUMMARY } from './recent.ts'
import type { WaysOut } from './ways-out.ts'

export interface KeepingDeps {
  readonly ways: WaysOut
  readonly book: RuleBook
  readonly facts: Facts
  /** Alerts whose condition holds still. */
  standing(): readonly AlertRow[]
  tell(alert: AlertRow, as: StoredRule): void
}

/** The watch over the watch: signs of life, what was missed, and which rules cannot see anything. */
export interface Keeping {
  readonly heartbeat: Heartbeat
  readonly absences: Absences
  start(): void
  stop(): void
}

const DAY_MS = 86_400_000

export function createKeeping(ports: AlertPorts, options: AlertOptions, deps: KeepingDeps): Keeping {
  const { clock, store } = ports
  const { state, host } = options
  const { ways, book, facts, tell } = deps
  const stops: Stop[] = []
  const seen = { jumpedAt: null as Time | null }
  const vitals = (): Vitals => vitalsOf(ports, options, seen.jumpedAt)
  const heartbeat = createHeartbeat(
    { ...ports, secrets: ports.vault.secrets },
    {
      table: state.alerts.heartbeat,
      heart: (address) => host.heart(address),
      whyWithheld: () => whyWithheld(vitals()),
      text: () => textOf(options, ways),
    },
  )
  const absences = createAbsences(ports, {
    state,
    watchedBefore: facts.run.watchedBefore,
    filledAt: (account: AccountId) => options.filledAt(account),
    tell: (alert) => tell(alert, ABSENCE),
  })
  return {
    heartbeat,
    absences,
    start: () => {
      // Before the heartbeat hears of it: at a wake the streams still say what they were when it fell asleep.
      stops.push(clock.onJump(() => void (seen.jumpedAt = clock.now())))
      heartbeat.start()
      absences.start()
      stops.push(
        followWaiting(clock, book, facts),
        startDaily(clock, {
          facts: () => allClearFacts(ports, options, heartbeat, ways),
          whyNotClear: () => whyUnclear(ports, options, deps, vitals()),
          withheld: (why) => heartbeat.allClearWithheld(why),
          isTold: (alert) => store.alerts.alert(alert) !== null,
          tell: (alert) => tell(alert, ALL_CLEAR),
        }),
      )
    },
    stop: () => {
      for (const stop of stops.splice(0)) stop()
      heartbeat.stop()
      absences.stop()
    },
  }
}

function whyUnclear(
  { store }: AlertPorts,
  { state }: AlertOptions,
  { standing }: KeepingDeps,
  vitals: Vitals,
): Sentence | null {
  const { undelivered = 0 } = state.alerts.summary.get(SUMMARY) ?? {}
  return whyNotClear(vitals, { standing: standing(), alarms: store.alerts.alarms(), undelivered })
}

function vitalsOf({ clock }: AlertPorts, { mode, state }: AlertOptions, jumpedAt: Time | null): Vitals {
  return {
    mode,
    now: clock.now(),
    accounts: rowsOf(state.accounts),
    streams: rowsOf(state.streams),
    channels: rowsOf(state.alerts.channels),
    jumpedAt,
  }
}

function textOf({ mode }: AlertOptions, ways: WaysOut): string {
  return `${mode === 'demo' ? 'DEMO · ' : ''}${ways.desk().translate(sentence('heartbeat.text'))}`
}

function allClearFacts(
  { clock, store }: AlertPorts,
  { state }: AlertOptions,
  { allClearAt }: Heartbeat,
  ways: WaysOut,
): AllClearFacts {
  const now = clock.now()
  const lately = allClearAt === null ? [] : store.alerts.alerts(now + 1, 1_000)
  return {
    now,
    timeZone: ways.desk().reader.timeZone,
    at: allClearAt,
    accounts: state.accounts.size,
    alerts: lately.filter(({ firedAt, kind, ends }) => {
      return firedAt > now - DAY_MS && kind !== ALL_CLEAR.rule && ends === null
    }).length,
    undelivered: state.alerts.summary.get(SUMMARY)?.undelivered ?? 0,
  }
}

function rowsOf<Row>(table: { rows(): Iterable<readonly [string, Row]> }): readonly Row[] {
  return [...table.rows()].map(([, row]) => row)
}
