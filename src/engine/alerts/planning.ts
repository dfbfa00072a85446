import type { AlertRow, ChannelLevel, ChannelRow } from '../../shared/alert-rows.ts'
import type { QuietHours } from '../../shared/desktop-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { StoredDelivery, StoredRule } from '../ports/alert-store.ts'

/** What holds for every rule at the moment something fires. */
export interface Circumstances {
  readonly now: Time
  /** Minute of the user's day. */
  readonly minute: number
  readonly pausedUntil: Time | null
  readonly quietHours: QuietHours | null
  readonly channels: readonly Pick<ChannelRow, 'channel' | 'level'>[]
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

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
  const heldUntil = alert.severity === 'critical' ? now : heldUntilOf(rule, circumstances)
  return channels.flatMap(({ channel, level }) => {
    const loudness = levelFor(rule, channel, level)
    return loudness === 'off' ? [] : [delivery(alert.alert, channel, loudness, now, heldUntil)]
  })
}

function levelFor({ channels }: StoredRule, channel: string, otherwise: ChannelLevel): ChannelLevel {
  return channels[channel] ?? otherwise
}

function isMuted({ mutedUntil }: StoredRule, now: Time): boolean {
  return mutedUntil !== null && now < mutedUntil
}

function heldUntilOf(rule: StoredRule, { now, minute, pausedUntil, quietHours }: Circumstances): Time {
  const quiet = rule.quietHours ?? quietHours
  const afterQuiet = quiet === null ? now : now + minutesLeft(quiet, minute) * MINUTE_MS
  return Math.max(now, afterQuiet, pausedUntil ?? now)
}

/** Minutes until quiet hours end; zero outside of them. Hours that end before they begin run over midnight. */
export function minutesLeft({ from, to }: QuietHours, minute: number): number {
  const length = (to - from + DAY_MINUTES) % DAY_MINUTES
  const into = (minute - from + DAY_MINUTES) % DAY_MINUTES
  return into < length ? length - into : 0
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
