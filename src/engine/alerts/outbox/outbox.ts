import type { AlertRow } from '../../../shared/alert-rows.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Stop } from '../../../shared/link.ts'
import type { AlertStore, StoredDelivery } from '../../ports/alert-store.ts'
import type { Channel, Delivery, Message } from '../../ports/channel.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Random } from '../../ports/random.ts'
import { sentence } from '../../../shared/sentence.ts'
import { fateOf } from './fate.ts'
import { pack, type Parcel } from './parcels.ts'
import { createRests } from './rests.ts'

export interface OutboxPorts {
  readonly clock: Clock
  readonly random: Random
  readonly alertStore: AlertStore
  readonly log: Log
}

export interface Line {
  readonly channel: Channel
  readonly failover: string | null
}

export interface OutboxDeps {
  /** The channel of this id as it is set now; null where there is none, or none that can be used. */
  line(channel: string): Line | null
  /** What one message says of these alerts. */
  compose(alerts: readonly AlertRow[], parcel: Parcel): Message
  /** What the channel's receiver answered. */
  heard(channel: string, answer: Delivery): void
  /** What became of these deliveries is on disk now. */
  changed(deliveries: readonly StoredDelivery[]): void
}

/**
 * Sends what is due, at least once: a delivery is on disk until its receiver has answered, and every try of it carries
 * the same key. Each channel sends one message at a time, in order; channels do not wait for each other.
 */
export interface Outbox {
  /** Something new is due. */
  wake(): void
  /** A channel was changed: what waited for it is tried at once. */
  channelChanged(channel: string): void
  /** Tries these again at once, however long they were to wait. */
  retry(deliveries: readonly StoredDelivery[]): void
  stop(): void
}

const AT_ONCE = 500
/** A disk that takes nothing is not asked in a loop; nothing is sent that could not be recorded. */
const DISK_AGAIN_MS = 5_000

export function createOutbox(ports: OutboxPorts, deps: OutboxDeps): Outbox {
  const { clock, random, alertStore, log } = ports
  const busy = new Set<string>()
  const rests = createRests(random)
  const timer = { stop: null as Stop | null, ended: false }

  function arm(ms: number): void {
    timer.stop?.()
    timer.stop = timer.ended ? null : clock.after(ms, run)
  }

  function run(): void {
    timer.stop?.()
    timer.stop = null
    if (timer.ended) return
    try {
      look()
    } catch (error) {
      log.error('what is due cannot be read', { error: String(error) })
      arm(DISK_AGAIN_MS)
    }
  }

  function look(): void {
    const free = alertStore.waitingChannels().filter(({ channel }) => !busy.has(channel))
    const times = free.map(({ channel, nextAt }) => ({ channel, inMs: waitOfChannel(channel, nextAt) }))
    for (const { channel, inMs } of times) if (inMs <= 0) void send(channel)
    const next = Math.min(...times.map(({ inMs }) => (inMs <= 0 ? Infinity : inMs)))
    if (next !== Infinity) arm(next)
  }

  function waitOfChannel(channel: string, nextAt: Time): number {
    return Math.max(nextAt - clock.now(), rests.until(channel) - clock.monotonic())
  }

  async function send(channel: string): Promise<void> {
    busy.add(channel)
    const kept = await sendDue(channel).catch((error: unknown) => {
      if (!timer.ended) log.error('what was due could not be sent', { channel, error: String(error) })
      return false
    })
    busy.delete(channel)
    if (!kept) rests.rest(channel, clock.monotonic() + DISK_AGAIN_MS)
    run()
  }

  async function sendDue(channel: string): Promise<boolean> {
    return sendEach(pack(alertStore.due(channel, clock.now(), AT_ONCE)))
  }

  /** Stops at a channel that does not take anything now; answers whether everything could be recorded. */
  async function sendEach(parcels: readonly Parcel[]): Promise<boolean> {
    for (const parcel of parcels) {
      if (timer.ended) return true
      if (parcel.packing === 'new' && !alertStore.saveDeliveries(parcel.deliveries).ok) return false
      const answer = await tryOnce(parcel)
      if (!record(parcel, answer)) return false
      if (rests.heard(parcel.channel, answer, clock.monotonic()) === 'resting') return true
    }
    return true
  }

  async function tryOnce(parcel: Parcel): Promise<Delivery> {
    const line = deps.line(parcel.channel)
    if (line === null) return { kind: 'refused', problem: sentence('alert.no-channel') }
    const alerts = parcel.deliveries.flatMap(({ alert }) => alertStore.alert(alert) ?? [])
    deps.changed(parcel.deliveries.map((delivery) => ({ ...delivery, state: 'sending' })))
    try {
      return await line.channel.send(deps.compose(alerts, parcel))
    } catch (error) {
      log.error('an alert could not be told', { channel: parcel.channel, error: String(error) })
      return { kind: 'again', problem: sentence('alert.not-told'), afterMs: null }
    }
  }

  function record(parcel: Parcel, answer: Delivery): boolean {
    const failover = deps.line(parcel.channel)?.failover ?? null
    const terms = { now: clock.now(), chance: random.next(), failover }
    const fates = parcel.deliveries.map((delivery) => fateOf(delivery, answer, terms))
    const takenOver = fates.flatMap((fate) => fate.takenOver ?? []).filter(isNew)
    const changed = [...fates.map(({ delivery }) => delivery), ...takenOver]
    if (answer.kind !== 'delivered')
      log.warn('an alert was not delivered', { channel: parcel.channel, why: answer.problem.id })
    const saved = alertStore.saveDeliveries(changed)
    if (timer.ended) return true
    deps.heard(parcel.channel, answer)
    if (saved.ok) deps.changed(changed)
    return saved.ok
  }

  /** The standing-in channel may be among the alert's own. */
  function isNew({ alert, channel }: StoredDelivery): boolean {
    return !alertStore.deliveries([alert]).some((known) => known.channel === channel)
  }

  return {
    wake: () => arm(0),
    channelChanged: (channel) => {
      rests.rest(channel, 0)
      arm(0)
    },
    retry: (deliveries) => {
      const now = clock.now()
      const again = deliveries.map((each) => ({ ...each, state: 'pending' as const, createdAt: now, nextTryAt: now }))
      if (alertStore.saveDeliveries(again).ok) deps.changed(again)
      arm(0)
    },
    stop: () => {
      timer.ended = true
      timer.stop?.()
    },
  }
}
