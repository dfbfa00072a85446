import type { AlertRow, Severity } from '../../../shared/alert-rows.ts'
import type { DesktopRow } from '../../../shared/desktop-rows.ts'
import { ok } from '../../../shared/result.ts'
import { sentence } from '../../../shared/sentence.ts'
import { createMemoryStore, type MemoryStore } from '../../account/test/memory-store.ts'
import { followDesktop } from '../../desktop-state.ts'
import type { Delivery } from '../../ports/channel.ts'
import type { Desktop } from '../../ports/desktop.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import { createEngineState } from '../../state.ts'
import { createTables } from '../../tables.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createSeededRandom } from '../../test/fake-random.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createAlerts, type AlertPorts } from '../alerts.ts'
import { createMemorySecrets } from './memory-secrets.ts'
import { rule } from './rows.ts'

export const INFO: StoredRule = rule({ rule: 'fills', condition: { kind: 'fill' }, severity: 'info' })

export interface QuietOptions {
  /** By the user's clock, which is that of UTC. */
  readonly start: string
  readonly desktop?: Desktop
  readonly rules?: readonly StoredRule[]
  readonly store?: MemoryStore
}

/** Alerts as a whole, in memory: a channel `first` that hands over to `second`, and nothing else to be told through. */
export async function openQuietStage({ start, desktop, rules = [INFO], store = createMemoryStore() }: QuietOptions) {
  const clock = createManualClock(Date.parse(start))
  const told: string[] = []
  const bodies: string[] = []
  const beats: number[] = []
  const far = { first: { kind: 'delivered' } as Delivery }
  const state = createEngineState(createTables())
  state.settings.set('settings', { timeZone: 'UTC' } as never)
  await store.saveSetting('channels', [
    channel('os', 'off'),
    channel('first', 'on', 'second'),
    channel('second', 'off'),
  ])
  for (const each of rules) store.alerts.saveRule(each)
  const random = createSeededRandom(3)
  // Nothing here opens accounts or asks the network.
  const ports = { clock, random, log: createFakeLog(), store, vault: { secrets: createMemorySecrets().secrets } }
  const alerts = createAlerts(ports as unknown as AlertPorts, {
    mode: 'live',
    tables: createTables(),
    state,
    host: {
      channel: (settings) =>
        ok({
          send: async ({ body }) => {
            const name = settings.kind === 'webhook' ? settings.host : settings.kind
            const answer: Delivery = name === 'first' ? far.first : { kind: 'delivered' }
            if (answer.kind === 'delivered') bodies.push(body)
            if (answer.kind === 'delivered') told.push(`${timeOf(clock.now())} ${name} ${body.split(' ')[0] ?? ''}`)
            return answer
          },
        }),
      heart: () => ok({ host: 'far', beat: async () => (beats.push(clock.now()), ok(null)) }),
      findChats: async () => ok([]),
      notifier: null,
      language: 'en',
      system: () => null,
    },
    desktop: desktop ?? null,
    startedAt: clock.now(),
    candles: () => null,
    settleOf: () => null,
    venueName: () => null,
    filledAt: () => null,
  })
  followDesktop(desktop ?? null, state)
  alerts.start()
  await clock.settle()
  return {
    clock,
    told,
    bodies,
    beats,
    far,
    state,
    alerts,
    store,
    fire: (alert: string, severity: Severity = 'info', as = INFO) =>
      alerts.tell(alertOf(alert, clock.now(), severity, as.rule), as),
    deliveries: (alert: string) =>
      store.alerts.deliveries([alert]).map(({ channel: name, state: now }) => `${name} ${now}`),
    /** Until this moment of the user's clock. */
    until: (moment: string) => clock.pass(Date.parse(moment) - clock.now()),
  }
}

/** The desktop app as far as alerts know it. */
export function createFakeDesktop(): Desktop {
  const tables = createTables()
  const state = tables.table<DesktopRow>()
  const row = { pausedUntil: null, quietHours: null } as unknown as DesktopRow
  state.set('desktop', row)
  // Alerts ask nothing else of it.
  return {
    state,
    wanted: tables.table(),
    update: tables.table(),
    change: async (change) => {
      state.set('desktop', { ...(state.get('desktop') ?? row), ...change } as DesktopRow)
      return ok(null)
    },
  } as Partial<Desktop> as Desktop
}

function channel(name: string, level: 'on' | 'off', failover: string | null = null) {
  const settings = name === 'os' ? { kind: 'os' } : { kind: 'webhook', preset: 'plain', host: name }
  return { channel: name, label: name, settings, level, failover, lastDeliveredAt: null }
}

function alertOf(alert: string, at: number, severity: Severity, about: string): AlertRow {
  return {
    alert,
    rule: about,
    ruleName: '',
    kind: 'fill',
    severity,
    title: sentence('alert.restarted'),
    body: sentence('alert.order-body', { account: alert, order: '1' }),
    account: null,
    instrument: null,
    place: { tab: 'alerts', account: null, instrument: null },
    value: null,
    at,
    firedAt: at,
    late: false,
    clearedAt: null,
    readAt: null,
    acknowledgedAt: null,
    ends: null,
  }
}

function timeOf(at: number): string {
  return new Date(at).toISOString().slice(11, 16)
}
