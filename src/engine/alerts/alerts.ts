import type { AlertRow } from '../../shared/alert-rows.ts'
import type { Mode } from '../../shared/frames.ts'
import type { AccountId, InstrumentId, Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { AlertHost } from '../ports/alert-host.ts'
import type { StoredDelivery, StoredRule } from '../ports/alert-store.ts'
import type { Desktop } from '../ports/desktop.ts'
import type { Ports } from '../ports/ports.ts'
import type { EngineState } from '../state.ts'
import type { Tables } from '../tables.ts'
import { again, skipped } from './again.ts'
import { createFacts, followSources, takeOut } from './engine-facts.ts'
import type { Facts } from './facts.ts'
import { ALL_CLEAR } from './heartbeat/all-clear.ts'
import { createKeeping, type Keeping } from './keeping.ts'
import { createMovement, type WantedWindow } from './movement.ts'
import { readPastFrom } from './past-prices.ts'
import { planDeliveries, planRecovery } from './planning.ts'
import { createPreview, type Preview } from './preview/preview.ts'
import type { ReadCandles } from './preview/prices.ts'
import { createRuleBook, type RuleBook } from './rule-book.ts'
import { createSnoozes, type Snoozes } from './snoozes.ts'
import { createStanding, standingAlerts } from './standing.ts'
import { createWatch, type Watch, type WatchDeps } from './watch.ts'
import { createWaysOut, type WaysOut } from './ways-out.ts'

export interface AlertOptions {
  readonly mode: Mode
  readonly tables: Tables
  readonly state: EngineState
  readonly host: AlertHost
  /** Null in the headless shell. */
  readonly desktop: Desktop | null
  readonly startedAt: number
  readonly candles: ReadCandles
  /** What a contract settles in. */
  settleOf(instrument: InstrumentId): string | null
  /** What its exchange is called. */
  venueName(instrument: InstrumentId): string | null
  /** When the newest reading of an account's recent past began that has come to its end. */
  filledAt(account: AccountId): Time | null
}

export type AlertPorts = Pick<Ports, 'clock' | 'random' | 'log' | 'store' | 'vault' | 'http'>

/** Everything about alerts, put together: rules are held against facts, and what fires goes out. */
export interface Alerts extends WaysOut, Pick<Keeping, 'heartbeat' | 'absences'> {
  readonly book: RuleBook
  readonly facts: Facts
  readonly host: AlertHost
  readonly preview: Preview
  readonly snoozes: Snoozes
  /** Tells something that no rule watches for: kept and sent like what a rule fires. */
  tell(alert: AlertRow, as: StoredRule): void
  start(): void
  /** A vault was opened: channels that waited for it begin. */
  unlocked(): void
  stop(): void
}

export function createAlerts(ports: AlertPorts, options: AlertOptions): Alerts {
  const ways = createWaysOut(ports, options, (rule) => looking.book.rule(rule) ?? ruleless(rule))
  const { recent, outbox, registry } = ways
  const plan = (alert: AlertRow, rule: StoredRule): readonly StoredDelivery[] =>
    snoozes.isSnoozed(alert) ? [] : planDeliveries(alert, rule, ways.circumstances())
  const planEnd: WatchDeps['planRecovery'] = (recovery, rule, told) =>
    snoozes.isSnoozed(recovery) ? [] : planRecovery(recovery, rule, told, ways.circumstances())
  const looking = createLooking(ports, options, ways, { plan, planRecovery: planEnd })
  const stops: Stop[] = []
  const { book, facts } = looking
  const snoozes = createSnoozes(
    { ...ports, alertStore: ports.store.alerts },
    { table: options.state.alerts.snoozes, standing: looking.standing, tellAgain, skip },
  )
  const keeping = createKeeping(ports, options, { ways, book, facts, standing: looking.standing, tell })

  function open(): void {
    void registry.load().then(() => outbox.wake())
    void keeping.heartbeat.load()
  }

  function tell(alert: AlertRow, as: StoredRule): void {
    const deliveries = plan(alert, as)
    const none = { states: [], forgotten: [], cleared: [] }
    const kept = ports.store.alerts.commit({ alerts: [alert], deliveries, ...none })
    if (!kept.ok || kept.value.length === 0) return
    recent.added([alert])
    outbox.wake()
  }

  function tellAgain(alert: AlertRow, endedAt: Time): void {
    const rule = book.rule(alert.rule)
    if (rule !== null) ways.send(plan(alert, rule).map((delivery) => again(delivery, endedAt)))
  }

  function skip(alert: string): void {
    ways.send(ports.store.alerts.deliveries([alert]).flatMap(skipped))
  }

  return {
    ...ways,
    snoozes,
    book,
    facts,
    host: options.host,
    heartbeat: keeping.heartbeat,
    absences: keeping.absences,
    preview: createPreview(ports, { ...options, facts, timeZone: () => zoneOf(options) }),
    tell,
    start: () => {
      looking.follow()
      looking.watch.start()
      keeping.start()
      snoozes.start()
      const { desktop, settings } = options.state
      stops.push(desktop.onChange(ways.replan), settings.onChange(ways.replan), ports.clock.onJump(ways.replan))
      open()
    },
    unlocked: open,
    stop: () => {
      for (const stop of stops) stop()
      looking.watch.stop()
      keeping.stop()
      registry.stop()
      snoozes.stop()
      outbox.stop()
    },
  }
}

/** As what something is told that no rule watches for. */
function ruleless(rule: string): StoredRule | null {
  return rule === ALL_CLEAR.rule ? ALL_CLEAR : null
}

/** Where the user's days begin. */
function zoneOf({ state }: AlertOptions): string {
  return state.settings.get('settings')?.timeZone ?? 'local'
}

interface Looking {
  readonly book: RuleBook
  readonly watch: Watch
  readonly facts: Facts
  /** Alerts whose condition holds still. */
  standing(): readonly AlertRow[]
  /** Watches by the rules as they are now. */
  follow(): void
}

function createLooking(
  ports: AlertPorts,
  options: AlertOptions,
  ways: WaysOut,
  plans: Pick<WatchDeps, 'plan' | 'planRecovery'>,
): Looking {
  const { clock, log, random, store } = ports
  const { state, tables, host, startedAt, candles, venueName } = options
  const alertStore = store.alerts
  const movement = createMovement(readPastFrom(clock, candles))
  const standing = createStanding(alertStore)
  const run = { startedAt, watchedBefore: alertStore.watchedUntil() }
  const facts = createFacts({ clock, state, movement, run, venueName, system: (figure) => host.system(figure) })
  const watch = createWatch(
    { clock, alertStore, log },
    {
      standing,
      facts,
      settle: tables.settle,
      onTouched: tables.onTouched,
      onSource: (take) => followSources(state, movement, take),
      heldAgainst: (source) => takeOut(state, source),
      ...plans,
      committed: (alerts, cleared) => {
        ways.recent.added(alerts)
        ways.recent.changed(cleared.map(({ alert }) => alert))
        alerts.forEach(fired)
        ways.outbox.wake()
      },
    },
  )
  const book = createRuleBook({ clock, random, alertStore }, state.alerts.rules, {
    endingOf: (rule) => watch.endingOf(rule),
    changed: (renewed) => {
      if (renewed !== null) watch.forget(renewed)
      follow()
      ways.replan()
    },
  })

  for (const [, row] of state.alerts.recent.rows()) fired(row)

  function fired({ rule, firedAt, ends }: AlertRow): void {
    if (ends === null) book.fired(rule, firedAt)
  }

  function follow(): void {
    movement.want(windowsOf(book.rules()))
    watch.follow(book.rules())
  }

  return { book, watch, facts, standing: () => standingAlerts(standing, alertStore), follow }
}

/** What a price did before a rule was made is not the rule's to tell. */
function windowsOf(rules: readonly StoredRule[]): readonly WantedWindow[] {
  return rules.flatMap(({ enabled, condition, createdAt }) =>
    enabled && condition.kind === 'price-moves'
      ? [{ instrument: condition.instrument, withinMs: condition.withinMs, since: createdAt }]
      : [],
  )
}
