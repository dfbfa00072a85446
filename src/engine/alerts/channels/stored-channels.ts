import { z } from 'zod'
import { channelId, channelLevel, channelSettings } from '../../../shared/channel-rows.ts'
import { text, time } from '../../../shared/fields.ts'
import type { Log } from '../../ports/log.ts'

export const storedChannel = z.strictObject({
  channel: channelId,
  label: text(80),
  settings: channelSettings,
  level: channelLevel,
  failover: channelId.nullable(),
  /** When it last delivered anything: the proof that the way out is open. */
  lastDeliveredAt: time.nullable(),
})
export type StoredChannel = z.infer<typeof storedChannel>

/** The notices of this computer, which are always there. */
export const OS_CHANNEL = 'os'

const COMPUTER: StoredChannel = {
  channel: OS_CHANNEL,
  label: '',
  settings: { kind: 'os' },
  level: 'on',
  failover: null,
  lastDeliveredAt: null,
}

/** What was stored, each for itself: one channel that cannot be read takes no other with it. */
export function readChannels(stored: unknown, log: Log): readonly StoredChannel[] {
  const each = Array.isArray(stored) ? stored.map((one) => storedChannel.safeParse(one)) : []
  for (const one of each) if (!one.success) log.error('a stored channel cannot be read', {})
  const read = each.flatMap((one) => (one.success ? [one.data] : []))
  return withoutGhosts(read.some(({ channel }) => channel === OS_CHANNEL) ? read : [COMPUTER, ...read])
}

/** Nothing is handed over to a channel that is no more. */
function withoutGhosts(channels: readonly StoredChannel[]): readonly StoredChannel[] {
  const known = new Set(channels.map(({ channel }) => channel))
  return channels.map((each) =>
    each.failover === null || known.has(each.failover) ? each : { ...each, failover: null },
  )
}
