import type { AlertRow } from '../../shared/alert-rows.ts'
import type { ChannelLevel, ChannelRow } from '../../shared/channel-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { StoredDelivery, StoredRule } from '../ports/alert-store.ts'
import { firstTellable, type Quiet } from './quiet-end.ts'

/** What holds for every rule at the moment something fires. */
export interface Circumstances extends Quiet {
  readonly now: Time
  readonly channels: readonly Pick<ChannelRow, 'channel' | 'level'>[]
}

/**
 * One row per channel that is to tell an alert, and when it may. What comes in quiet hours or a pause waits for their
 * end; critical alerts wait for nothing. A muted rule is counted and told to nobody.
 */
export function planDeliveries(
  alert: Pick<AlertRow, 'alert' | 'severity'>,
  rule: StoredRule,
  circumstances: Circumstances,
): readonly StoredDelivery[] {
  const { now, channels } = circumstances
  if (isMuted(rule, now)) return []
  const heldUntil = heldUntilOf(alert, rule, circumstances)
  return channels.flatMap(({ channel, level }) => {
    const loudness = levelFor(rule, channel, level)
    return loudness === 'off' ? [] : [delivery(alert.alert, channel, loudness, now, heldUntil)]
  })
}

/**
 * Who hears that an alert is over: whoever was told of it, or still will be, through the channel that told it. One that
 * stood in for another does so again.
 *
 * @param told every delivery of the alert that is over
 */
export function planRecovery(
  recovery: Pick<AlertRow, 'alert' | 'severity'>,
  rule: StoredRule,
  told: readonly StoredDelivery[],
  circumstances: Circumstances,
): readonly StoredDelivery[] {
  const through = new Map(told.filter(arrives).map((delivery) => [delivery.channel, delivery]))
  const channels = circumstances.channels.filter(({ channel }) => through.has(channel))
  const standIns = [...through.values()].filter(({ insteadOf }) => insteadOf !== null)
  const levels = Object.fromEntries(standIns.map(({ channel, loudness }) => [channel, loudness]))
  const as = { ...rule, channels: { ...rule.channels, ...levels } }
  return planDeliveries(recovery, as, { ...circumstances, channels })
}

/** Whether it has arrived, or is on its way. */
function arrives({ state, nextTryAt }: StoredDelivery): boolean {
  return state === 'delivered' || nextTryAt !== null
}

/** The first moment an alert may be told; now where nothing keeps it. */
export function heldUntilOf(
  { severity }: Pick<AlertRow, 'severity'>,
  rule: Pick<StoredRule, 'quietHours'> | null,
  { now, pausedUntil, quietHours, timeZone }: Quiet & Pick<Circumstances, 'now'>,
): Time {
  if (severity === 'critical') return now
  return firstTellable(now, { pausedUntil, quietHours: rule?.quietHours ?? quietHours, timeZone })
}

function levelFor({ channels }: StoredRule, channel: string, otherwise: ChannelLevel): ChannelLevel {
  return channels[channel] ?? otherwise
}

function isMuted({ mutedUntil }: StoredRule, now: Time): boolean {
  return mutedUntil !== null && now < mutedUntil
}

function delivery(
  alert: string,
  channel: string,
  loudness: StoredDelivery['loudness'],
  now: Time,
  heldUntil: Time,
): StoredDelivery {
  return {
    alert,
    channel,
    loudness,
    state: heldUntil > now ? 'held' : 'pending',
    key: `${alert} ${channel}`,
    tries: 0,
    createdAt: now,
    lastTriedAt: null,
    nextTryAt: heldUntil,
    deliveredAt: null,
    problem: null,
    insteadOf: null,
  }
}
