import type { AlertRow } from '../../../shared/alert-rows.ts'
import { sentence } from '../../../shared/sentence.ts'
import { createOutbox, type Line } from '../outbox/outbox.ts'
import type { AlertStore, StoredDelivery } from '../../ports/alert-store.ts'
import type { Delivery, Message } from '../../ports/channel.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createSeededRandom } from '../../test/fake-random.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createMemoryAlertStore } from './memory-alert-store.ts'

const problem = sentence('link.closed')
export const again = (afterMs: number | null = null): Delivery => ({ kind: 'again', problem, afterMs })
export const refused: Delivery = { kind: 'refused', problem }
export const delivered: Delivery = { kind: 'delivered' }

export type Answer = (message: Message, seen: number) => Delivery | Promise<Delivery>

function alertOf(alert: string): AlertRow {
  const about = { rule: 'r', kind: 'fill', severity: 'info', account: null, instrument: null, value: null } as const
  const words = { ruleName: '', title: sentence('alert.restarted'), body: sentence('alert.restarted'), late: false }
  const marks = { clearedAt: null, readAt: null, acknowledgedAt: null, at: 0, firedAt: 0, ends: null }
  return { alert, ...about, ...words, ...marks, place: { tab: 'account', account: null, instrument: null } }
}

export function deliveryOf(alert: string, channel: string, createdAt: number): StoredDelivery {
  const fresh = { tries: 0, lastTriedAt: null, deliveredAt: null, problem: null, insteadOf: null }
  return {
    ...fresh,
    alert,
    channel,
    loudness: 'on',
    state: 'pending',
    key: `${alert} ${channel}`,
    createdAt,
    nextTryAt: createdAt,
  }
}

/** An outbox over channels whose receivers answer as the test says. */
export function openOutboxStage(
  answers: Readonly<Record<string, Answer>>,
  failovers: Readonly<Record<string, string>> = {},
) {
  const clock = createManualClock(0)
  const alertStore = createMemoryAlertStore()
  const received: { channel: string; key: string; alerts: readonly string[]; at: number }[] = []
  const lines = new Map<string, Line>()
  for (const [channel, answer] of Object.entries(answers)) {
    const send = async (message: Message) => {
      received.push({ channel, key: message.key, alerts: message.body.split('|'), at: clock.now() })
      return answer(message, received.filter((each) => each.channel === channel).length)
    }
    lines.set(channel, { kind: 'open', channel: { send } })
  }
  const open = (store: AlertStore = alertStore) =>
    createOutbox(
      { clock, alertStore: store, random: createSeededRandom(3), log: createFakeLog() },
      {
        line: (channel) => lines.get(channel) ?? { kind: 'gone' },
        release: (due) => due,
        failover: (channel) => failovers[channel] ?? null,
        compose: (alerts, { key }) => ({
          key,
          severity: 'info',
          loudness: 'loud',
          title: '',
          body: alerts.map(({ alert }) => alert).join('|'),
          at: 0,
          place: null,
          facts: {},
          alerts: [],
          attachments: [],
        }),
        heard: () => undefined,
        changed: () => undefined,
      },
    )
  const put = (ids: readonly string[], channel: string) =>
    alertStore.commit({
      alerts: ids.map(alertOf),
      deliveries: ids.map((id) => deliveryOf(id, channel, clock.now())),
      states: [],
      forgotten: [],
      cleared: [],
    })
  const stateOf = (id: string) => alertStore.deliveries([id]).map(({ channel, state }) => `${channel} ${state}`)
  return { clock, alertStore, lines, received, open, put, stateOf }
}

export const names = (count: number) => Array.from({ length: count }, (_, at) => `alert-${at}`)
export const HOUR = 3_600_000
