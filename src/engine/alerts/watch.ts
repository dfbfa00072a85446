import type { AlertRow } from '../../shared/alert-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { AlertStep, AlertStore, StoredDelivery, StoredRule } from '../ports/alert-store.ts'
import type { Clock, ClockJump } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import { alertRowOf } from './alert-rows.ts'
import { evaluate, type Clearing, type Evaluation, type Firing } from './evaluate.ts'
import type { Facts } from './facts.ts'
import { recoveryRowOf } from './recovery.ts'
import { INCOMING, isIncoming, isUnhurried, sourceOf, type Source } from './sources.ts'
import type { Standing } from './standing.ts'
import { createTimeSense } from './time-sense.ts'

export interface WatchPorts {
  readonly clock: Clock
  readonly alertStore: AlertStore
  readonly log: Log
}

export interface WatchDeps {
  readonly standing: Standing
  readonly facts: Facts
  /** Brings derived rows up to date. */
  settle(): void
  /** Told once until the next settling that something changed. */
  onTouched(take: () => void): Stop
  /** Told of every source that changed while settling. */
  onSource(take: (source: Source) => void): Stop
  /** Every rule was held against all that came from there, and what came of it is on disk. */
  heldAgainst(source: Source): void
  plan(alert: AlertRow, rule: StoredRule): readonly StoredDelivery[]
  /** @param told every delivery of what is over */
  planRecovery(recovery: AlertRow, rule: StoredRule, told: readonly StoredDelivery[]): readonly StoredDelivery[]
  /** What was new is on disk now. */
  committed(alerts: readonly AlertRow[], cleared: AlertStep['cleared']): void
}

/** Holds the rules against every change of the facts, keeps what was decided, and only then tells of it. */
export interface Watch {
  start(): void
  /** From now on these. */
  follow(rules: readonly StoredRule[]): void
  /** The alerts that stand no more once a rule is another one, or none. */
  endingOf(rule: string): AlertStep['cleared']
  /** A rule is another one now, or none, on disk too. */
  forget(rule: string): void
  /** Saves where every rule stands. */
  save(): void
  stop(): void
}

interface Told {
  readonly alert: AlertRow
  readonly deliveries: readonly StoredDelivery[]
}

const TOGETHER_MS = 2
const HURRIED_MS = 20
const UNHURRIED_MS = 200
const TIME_MS = 1000
const SAVE_MS = 15_000

export function createWatch(ports: WatchPorts, deps: WatchDeps): Watch {
  const { clock, alertStore, log } = ports
  const now = { rules: new Map<Source, readonly StoredRule[]>(), savedAt: 0, unhurriedAt: 0, failing: false }
  const sense = createTimeSense(clock)
  const dirty = new Set<Source>()
  const stops: Stop[] = []
  const timers = { look: null as Stop | null, lookAt: 0, lookedAt: -Infinity, time: null as Stop | null }

  function look(): void {
    timers.look = null
    timers.lookedAt = clock.monotonic()
    if (!sense.isSteady()) return wakeAtLeisure()
    deps.settle()
    const sources = [...dirty].filter((source) => !isUnhurried(source) || mayLookAtLeisure())
    for (const source of sources) dirty.delete(source)
    if (sources.some(isUnhurried)) now.unhurriedAt = clock.monotonic()
    decide(sources)
    if (dirty.size > 0) wakeAtLeisure()
  }

  function mayLookAtLeisure(): boolean {
    return clock.monotonic() - now.unhurriedAt >= UNHURRIED_MS
  }

  /** The first change after a pause is looked at with what comes along with it; a stream of them, so often. */
  function wakeSoon(): void {
    wake(Math.max(clock.monotonic() + TOGETHER_MS, timers.lookedAt + HURRIED_MS))
  }

  function wakeAtLeisure(): void {
    wake(clock.monotonic() + UNHURRIED_MS)
  }

  /** What is in a hurry does not wait for what is looked at later. */
  function wake(at: number): void {
    if (timers.look !== null && timers.lookAt <= at) return
    timers.look?.()
    timers.lookAt = at
    timers.look = clock.after(at - clock.monotonic(), look)
  }

  /** Durations, cool-downs and what no table tells of. */
  function everySecond(): void {
    timers.time = clock.after(TIME_MS, everySecond)
    if (!sense.isSteady()) return
    deps.settle()
    decide(everySource())
    if (clock.monotonic() - now.savedAt >= SAVE_MS) save()
  }

  function everySource(): readonly Source[] {
    return [...new Set([...now.rules.keys(), ...INCOMING])]
  }

  function decide(sources: readonly Source[]): void {
    const rules = sources.flatMap((source) => now.rules.get(source) ?? [])
    if (rules.length === 0 || isDecided(rules)) sources.forEach(deps.heldAgainst)
  }

  /** Answers whether all that was decided is kept. */
  function isDecided(rules: readonly StoredRule[]): boolean {
    const at = clock.now()
    const evaluation = evaluate(rules, deps.standing, deps.facts, at)
    const states = deps.standing.worthKeeping(evaluation.states)
    if (isQuiet(evaluation) && states.length === 0) {
      deps.standing.take(evaluation)
      return true
    }
    const { forgotten, cleared } = evaluation
    const told = [...evaluation.fired.map((firing) => begun(firing, at)), ...cleared.flatMap((each) => ended(each, at))]
    const alerts = told.map(({ alert }) => alert)
    const deliveries = told.flatMap((each) => each.deliveries)
    return isKept(evaluation, alerts, alertStore.commit({ alerts, deliveries, states, forgotten, cleared }))
  }

  function begun(firing: Firing, at: Time): Told {
    const alert = alertRowOf(firing, at, deps.facts)
    return { alert, deliveries: deps.plan(alert, firing.rule) }
  }

  /** Nobody who was not told that it began is told that it is over. */
  function ended({ alert, over }: Clearing, at: Time): readonly Told[] {
    const row = over === null ? null : alertStore.alert(alert)
    if (over === null || row === null) return []
    const recovery = recoveryRowOf(over, row, at, deps.facts)
    const deliveries = deps.planRecovery(recovery, over.rule, alertStore.deliveries([alert]))
    return deliveries.length === 0 ? [] : [{ alert: recovery, deliveries }]
  }

  /** What could not be kept was not decided: the next look finds it again. */
  function isKept(
    evaluation: Evaluation,
    alerts: readonly AlertRow[],
    done: ReturnType<AlertStore['commit']>,
  ): boolean {
    if (!done.ok) {
      if (!now.failing) log.error('alerts cannot be kept', { why: done.failure.sentence.id })
      now.failing = true
      for (const source of everySource()) dirty.add(source)
      wakeAtLeisure()
      return false
    }
    now.failing = false
    deps.standing.take(evaluation)
    const fresh = new Set(done.value)
    if (!isQuiet(evaluation))
      deps.committed(
        alerts.filter(({ alert }) => fresh.has(alert)),
        evaluation.cleared,
      )
    return true
  }

  function endingOf(rule: string): AlertStep['cleared'] {
    const states = [...deps.standing.subjects(rule)].flatMap((subject) => deps.standing.state(rule, subject) ?? [])
    return states.flatMap(({ alert }) => (alert === null ? [] : [{ alert, at: clock.now() }]))
  }

  function forget(rule: string): void {
    const cleared = endingOf(rule)
    deps.standing.forget(rule)
    if (cleared.length > 0) deps.committed([], cleared)
  }

  function jumped({ kind, byMs }: ClockJump): void {
    sense.told()
    if (kind === 'step') shift(byMs)
  }

  /** By the new clock on disk too, or a restart would take the difference for time. */
  function shift(byMs: number): void {
    deps.standing.shift(byMs)
    save()
  }

  function save(): void {
    now.savedAt = clock.monotonic()
    alertStore.commit({ alerts: [], deliveries: [], states: deps.standing.all(), forgotten: [], cleared: [] })
    alertStore.saveWatchedUntil(clock.now())
  }

  return {
    start: () => {
      stops.push(
        deps.onTouched(wakeSoon),
        deps.onSource((source) => void ((now.rules.has(source) || isIncoming(source)) && dirty.add(source))),
        clock.onJump(jumped),
      )
      sense.told()
      everySecond()
    },
    follow: (rules) => {
      now.rules = bySource(rules.filter(({ enabled }) => enabled))
      if (timers.time === null || !sense.isSteady()) return
      // A rule begins with what is true as it is made: what changes in the next moment is news to it.
      deps.settle()
      decide(everySource())
    },
    endingOf,
    forget,
    save,
    stop: () => {
      for (const stop of stops.splice(0)) stop()
      timers.look?.()
      timers.time?.()
      save()
    },
  }
}

function isQuiet({ fired, cleared, forgotten }: Evaluation): boolean {
  return fired.length === 0 && cleared.length === 0 && forgotten.length === 0
}

function bySource(rules: readonly StoredRule[]): Map<Source, readonly StoredRule[]> {
  return Map.groupBy(rules, ({ condition }) => sourceOf(condition))
}
