import type { AccountRow } from '../../../shared/account-rows.ts'
import type { ChannelRow } from '../../../shared/channel-rows.ts'
import type { Mode } from '../../../shared/frames.ts'
import type { StreamRow } from '../../../shared/health-rows.ts'
import type { Time } from '../../../shared/ids.ts'
import { sentence, type Sentence } from '../../../shared/sentence.ts'

/** What a sign of life speaks for. */
export interface Vitals {
  readonly mode: Mode
  readonly now: Time
  readonly accounts: readonly AccountRow[]
  readonly streams: readonly StreamRow[]
  readonly channels: readonly ChannelRow[]
  /** When the clock last jumped; null: never. What was live before a sleep is not known to be live after it. */
  readonly jumpedAt: Time | null
}

/** Long enough for a weekly test to count. */
const PROVEN_FOR_MS = 8 * 86_400_000

/** Why nothing may be said to be well now; null where all is. */
export function whyWithheld(vitals: Vitals): Sentence | null {
  return whyNotFresh(vitals) ?? whyUnproven(vitals)
}

/** What is watched, and how it is seen. */
export type Sight = Omit<Vitals, 'channels' | 'now'>

export function hasNothing({ mode, accounts }: Pick<Vitals, 'mode' | 'accounts'>): boolean {
  return accounts.length === 0 && mode === 'live'
}

/** Why what is watched is not seen now; null where everything that is counted on is live. */
function whyNotFresh(vitals: Sight): Sentence | null {
  if (hasNothing(vitals)) return sentence('heartbeat.no-account')
  const stream = blindStreams(vitals)[0]
  return stream === undefined ? null : sentence('heartbeat.not-fresh', { stream })
}

/**
 * Names of what is counted on and not live; an account's own stream bears its label. An account whose stream could not
 * be opened is as blind as a silent one.
 * Heartbeats of others do not count: two programs that watch each other would silence each other for good.
 */
export function blindStreams({ accounts, streams, jumpedAt }: Sight): readonly string[] {
  const opened = new Set(streams.map(({ account }) => account))
  const unopened = accounts.filter(({ account }) => !opened.has(account)).map(({ label }) => label)
  const silent = streams.filter((row) => row.required && row.kind !== 'heartbeat' && !isSeen(row, jumpedAt))
  const labels = new Map(accounts.map(({ account, label }) => [account, label]))
  const nameOf = ({ stream, kind, account }: StreamRow): string =>
    (kind === 'private' && account !== null ? labels.get(account) : null) ?? stream
  return [...silent.map(nameOf), ...unopened]
}

/** Prices are never compared with anything: that they are heard is all there is. */
function isSeen({ state, verifiedAt, heardAt }: StreamRow, jumpedAt: Time | null): boolean {
  return state === 'live' && (jumpedAt === null || (verifiedAt ?? heardAt ?? -Infinity) >= jumpedAt)
}

/** This computer's own notices prove nothing to somebody who is away, unless there is no other way at all. */
function whyUnproven({ channels, now }: Vitals): Sentence | null {
  const away = channels.filter(({ settings }) => settings.kind !== 'os')
  const counted = away.length > 0 ? away : channels
  return counted.some((channel) => isProven(channel, now)) ? null : sentence('heartbeat.unproven')
}

function isProven({ state, lastDeliveredAt }: ChannelRow, now: Time): boolean {
  return state === 'ready' && lastDeliveredAt !== null && now - lastDeliveredAt <= PROVEN_FOR_MS
}
