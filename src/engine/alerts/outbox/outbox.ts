import type { AlertRow } from '../../../shared/alert-rows.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Stop } from '../../../shared/link.ts'
import type { AlertStore, StoredDelivery } from '../../ports/alert-store.ts'
import type { Channel, Delivery, Message } from '../../ports/channel.ts'
import type { Clock, ClockJump } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Random } from '../../ports/random.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { sentence, type Sentence } from '../../../shared/sentence.ts'
import { givenUp, isHandedOver, pulled, retried, shifted } from './changes.ts'
import { isUntouched, outcomeOf } from './outcome.ts'
import { ownKey, pack, type Parcel } from './parcels.ts'
import { createRests } from './rests.ts'

export interface OutboxPorts {
  readonly clock: Clock
  readonly random: Random
  readonly alertStore: AlertStore
  readonly log: Log
}

/** What a channel's id leads to now. */
export type Line =
  | { readonly kind: 'open'; readonly channel: Channel }
  /** Its secrets could not be read, or not yet: null. Nothing is tried, counted or put off. */
  | { readonly kind: 'not-ready'; readonly problem: Sentence | null }
  /** It will not work until the user changes something. */
  | { readonly kind: 'unusable'; readonly problem: Sentence }
  | { readonly kind: 'gone' }

export interface OutboxDeps {
  line(channel: string): Line
  /** The channel that takes over from this one; null: nobody. */
  failover(channel: string): string | null
  /** What may be told now of what is due; null where the rest could not be held. */
  release(due: readonly StoredDelivery[]): readonly StoredDelivery[] | null
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
  /** What was to leave through it is given up, and says so. */
  channelRemoved(channel: string): void
  /** Tries these again at once, however long they were to wait. */
  retry(deliveries: readonly StoredDelivery[]): Result<null>
  /** The user does not wait for these any longer. */
  giveUp(deliveries: readonly StoredDelivery[]): Result<null>
  stop(): void
}

const AT_ONCE = 500
/** A disk that takes nothing is not asked in a loop; nothing is sent that could not be recorded. */
const DISK_AGAIN_MS = 5_000

function whyNot(line: Exclude<Line, { readonly kind: 'open' }>): Sentence {
  return line.kind === 'unusable' ? line.problem : sentence('alert.no-channel')
}

export function createOutbox(ports: OutboxPorts, deps: OutboxDeps): Outbox {
  const { clock, random, alertStore, log } = ports
  const busy = new Set<string>()
  const rests = createRests(random)
  const timer = { stop: null as Stop | null, ended: false }
  const stopJumps = clock.onJump((jump) => guarded(() => jumped(jump)))

  function arm(ms: number): void {
    timer.stop?.()
    timer.stop = timer.ended ? null : clock.after(ms, run)
  }

  function run(): void {
    timer.stop?.()
    timer.stop = null
    if (timer.ended) return
    guarded(look)
  }

  /** Timers, jumps and channels call from where nobody catches. */
  function guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      log.error('what is due cannot be read', { error: String(error) })
      arm(DISK_AGAIN_MS)
    }
  }

  function look(): void {
    const waiting = alertStore.waitingChannels()
    for (const { channel } of waiting) if (deps.line(channel).kind === 'gone') giveUpAll(channel)
    const free = waiting.filter(({ channel }) => !busy.has(channel) && isUsable(channel))
    const times = free.map(({ channel, nextAt }) => ({ channel, inMs: waitOfChannel(channel, nextAt) }))
    for (const { channel, inMs } of times) if (inMs <= 0) void send(channel)
    const next = Math.min(...times.map(({ inMs }) => (inMs <= 0 ? Infinity : inMs)))
    if (next !== Infinity) arm(next)
  }

  function isUsable(channel: string): boolean {
    const { kind } = deps.line(channel)
    return kind === 'open' || kind === 'unusable'
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
    const free = deps.release(alertStore.due(channel, clock.now(), AT_ONCE))
    return free !== null && sendEach(pack(free, clock.now()))
  }

  /** Stops at a channel that does not take anything now; answers whether everything could be recorded. */
  async function sendEach(parcels: readonly Parcel[]): Promise<boolean> {
    for (const parcel of parcels) {
      if (timer.ended || !isUsable(parcel.channel)) return true
      if (!isStillDue(parcel)) continue
      if (parcel.packing === 'new' && !alertStore.saveDeliveries(parcel.deliveries).ok) return false
      const answer = await tryOnce(parcel)
      if (!record(parcel, answer)) return false
      if (rests.heard(parcel.channel, answer, clock.monotonic()) === 'resting') return true
    }
    return true
  }

  /** What waited behind another message may have been retried or given up since it was read. */
  function isStillDue({ deliveries, packing }: Parcel): boolean {
    const read = packing === 'new' ? deliveries.map((each) => ({ ...each, key: ownKey(each) })) : deliveries
    const stored = alertStore.deliveries(read.map(({ alert }) => alert))
    return read.every((each) => isUntouched(each, stored))
  }

  async function tryOnce(parcel: Parcel): Promise<Delivery> {
    const line = deps.line(parcel.channel)
    if (line.kind !== 'open') return { kind: 'refused', problem: whyNot(line) }
    const alerts = parcel.deliveries.flatMap(({ alert }) => alertStore.alert(alert) ?? [])
    deps.changed(parcel.deliveries.map((delivery) => ({ ...delivery, state: 'sending' })))
    const answer = await tell(line.channel, alerts, parcel)
    if (!timer.ended) deps.heard(parcel.channel, answer)
    return answer
  }

  async function tell(channel: Channel, alerts: readonly AlertRow[], parcel: Parcel): Promise<Delivery> {
    try {
      return await channel.send(deps.compose(alerts, parcel))
    } catch (error) {
      log.error('an alert could not be told', { channel: parcel.channel, error: String(error) })
      return { kind: 'again', problem: sentence('alert.not-told'), afterMs: null }
    }
  }

  function record(parcel: Parcel, answer: Delivery): boolean {
    const { channel, deliveries } = parcel
    const terms = { now: clock.now(), chance: random.next(), failover: deps.failover(channel) }
    if (answer.kind !== 'delivered') log.warn('an alert was not delivered', { channel, why: answer.problem.id })
    return save(outcomeOf(deliveries, storedOf(parcel), answer, terms)).ok
  }

  function storedOf({ deliveries }: Parcel): readonly StoredDelivery[] {
    return alertStore.deliveries(deliveries.map(({ alert }) => alert))
  }

  function save(changed: readonly StoredDelivery[]): Result<null> {
    if (changed.length === 0) return ok(null)
    const saved = alertStore.saveDeliveries(changed)
    if (saved.ok && !timer.ended) deps.changed(changed)
    return saved
  }

  function giveUpAll(channel: string): void {
    const lost = alertStore.unsettled(channel).filter((each) => !isHandedOver(each))
    save(lost.map((each) => givenUp(each, sentence('alert.no-channel'))))
  }

  function jumped({ kind, byMs }: ClockJump): void {
    const channels = kind === 'step' ? alertStore.waitingChannels() : []
    save(channels.flatMap(({ channel }) => shifted(alertStore.unsettled(channel), byMs)))
    arm(0)
  }

  return {
    wake: () => arm(0),
    channelChanged: (channel) => {
      rests.rest(channel, 0)
      arm(0)
      guarded(() => void save(pulled(alertStore.unsettled(channel), clock.now())))
    },
    channelRemoved: (channel) => guarded(() => giveUpAll(channel)),
    retry: (deliveries) => {
      const saved = save(deliveries.map((each) => retried(each, clock.now())))
      arm(0)
      return saved
    },
    giveUp: (deliveries) => save(deliveries.map((each) => givenUp(each, null))),
    stop: () => {
      timer.ended = true
      timer.stop?.()
      stopJumps()
    },
  }
}
