import type { Handlers } from '../../shared/client.ts'
import type { AppContract } from '../../shared/contract.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Alerts } from '../alerts/alerts.ts'
import { testMessage } from '../alerts/test-message.ts'
import type { Outbox } from '../alerts/outbox/outbox.ts'
import type { AlertStore, StoredDelivery } from '../ports/alert-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { EngineState } from '../state.ts'

export interface AlertDesk {
  readonly clock: Clock
  readonly alertStore: AlertStore
  readonly alerts: Alerts
}

type OneDelivery = Pick<StoredDelivery, 'alert' | 'channel'>

/** The contract's groups about alerts, rules and channels. */
export function alertHandlers(
  state: EngineState,
  desk: AlertDesk,
): Pick<Handlers<AppContract>, 'alerts' | 'rules' | 'channels' | 'heartbeat'> {
  return {
    alerts: alertGroup(state, desk),
    rules: ruleGroup(state, desk),
    channels: channelGroup(state, desk),
    heartbeat: heartbeatGroup(state, desk),
  }
}

function alertGroup({ alerts: tables }: EngineState, desk: AlertDesk): Handlers<AppContract>['alerts'] {
  const { alerts, alertStore, clock } = desk
  const { recent, terms, webNotices, outbox, absences } = alerts
  const ofDelivery = (one: OneDelivery, act: Outbox['retry']): Result<null> => {
    const found = alertStore.deliveries([one.alert]).filter(({ channel }) => channel === one.channel)
    return found.length === 0 ? fail({ code: 'denied', sentence: sentence('delivery.unknown') }) : act(found)
  }
  return {
    summary: () => ok(tables.summary),
    recent: () => ok(tables.recent),
    older: ({ before, count }) => ok(alertStore.alerts(before, count)),
    deliveries: () => ok(tables.deliveries),
    deliveriesOf: (some) => ok(alertStore.deliveries(some.alerts).map(recent.rowOf)),
    markRead: (some) => recent.mark(some.alerts, { readAt: clock.now() }),
    acknowledge: (some) => recent.mark(some.alerts, { acknowledgedAt: clock.now(), readAt: clock.now() }),
    retry: (one) => ofDelivery(one, outbox.retry),
    giveUp: (one) => ofDelivery(one, outbox.giveUp),
    snooze: ({ alert, until }) => alerts.snoozes.snooze(alert, until),
    snoozes: () => ok(tables.snoozes),
    pause: ({ until }) => terms.pause(until),
    setQuietHours: ({ quietHours }) => terms.setQuietHours(quietHours),
    absences: () => ok(tables.absences),
    markAbsenceRead: (absence) => absences.markRead(absence),
    toShow: () => ok(tables.toShow),
    shown: ({ notice, outcome }) => {
      webNotices.shown(notice, outcome)
      return ok(null)
    },
  }
}

function ruleGroup({ alerts: tables }: EngineState, { alerts }: AlertDesk): Handlers<AppContract>['rules'] {
  const { book, preview } = alerts
  return {
    list: () => ok(tables.rules),
    save: ({ rule, choices }) => book.save(rule, choices),
    remove: ({ rule }) => book.remove(rule),
    mute: ({ rule, until }) => book.mute(rule, until),
    preview: (choices) => preview(choices),
  }
}

function channelGroup(
  { alerts: tables }: EngineState,
  { alerts, clock }: AlertDesk,
): Handlers<AppContract>['channels'] {
  const { registry, host } = alerts
  const askFor = async (botToken: string | null, channel: string | null): Promise<Result<string>> => {
    if (botToken !== null) return ok(botToken)
    const kept = channel === null ? ok(null) : await registry.botToken(channel)
    if (!kept.ok) return kept
    return kept.value === null ? fail({ code: 'invalid', sentence: sentence('telegram.no-token') }) : ok(kept.value)
  }
  return {
    list: () => ok(tables.channels),
    save: (choices) => registry.save(choices),
    remove: ({ channel }) => registry.remove(channel),
    test: ({ channel }) => registry.test(channel, testMessage(channel, clock.now(), alerts.desk())),
    findChats: async ({ botToken, channel }) => {
      const token = await askFor(botToken, channel)
      return token.ok ? host.findChats(token.value) : token
    },
  }
}

function heartbeatGroup(
  { alerts: tables }: EngineState,
  { alerts: { heartbeat } }: AlertDesk,
): Handlers<AppContract>['heartbeat'] {
  return {
    state: () => ok(tables.heartbeat),
    change: (choices) => heartbeat.change(choices),
    test: () => heartbeat.test(),
  }
}
