import type { AlertRow } from '../../shared/alert-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { AlertStore, StoredDelivery, StoredRule } from '../ports/alert-store.ts'
import type { Clock } from '../ports/clock.ts'
import { heldUntilOf } from './planning.ts'
import type { Quiet } from './quiet-end.ts'

export interface HoldingPorts {
  readonly clock: Pick<Clock, 'now'>
  readonly alertStore: Pick<AlertStore, 'alert' | 'deliveries' | 'held' | 'saveDeliveries'>
}

export interface HoldingDeps {
  quiet(): Quiet
  /** Null where it is no more. */
  rule(rule: string): Pick<StoredRule, 'quietHours'> | null
  /** What became of these deliveries is on disk now. */
  changed(deliveries: readonly StoredDelivery[]): void
}

/** Keeps what waits for the end of a pause or of quiet hours to what these are now. */
export interface Holding {
  /** What may be sent of what is due; the rest is held, on disk. Null where that could not be written. */
  release(due: readonly StoredDelivery[]): readonly StoredDelivery[] | null
  /** The pause, the quiet hours, the user's zone or the clock have changed. */
  replan(): void
}

/** Tried together, the one that was never tried would go first. */
const AFTERWARDS_MS = 1_000

export function createHolding({ clock, alertStore }: HoldingPorts, deps: HoldingDeps): Holding {
  function heldUntil(delivery: StoredDelivery, now: Time): Time {
    const row = alertStore.alert(delivery.alert)
    if (row === null) return now
    return Math.max(heldUntilOf(row, deps.rule(row.rule), { now, ...deps.quiet() }), begunBy(row, delivery, now))
  }

  /** That something is over is not told before that it began. */
  function begunBy({ ends }: AlertRow, { channel, key }: StoredDelivery, now: Time): Time {
    const all = ends === null ? [] : alertStore.deliveries([ends])
    const nextTryAt = all.find((each) => each.channel === channel && each.key !== key)?.nextTryAt ?? null
    return nextTryAt === null ? now : Math.max(nextTryAt, now + AFTERWARDS_MS)
  }

  function keep(changed: readonly StoredDelivery[]): boolean {
    if (changed.length === 0) return true
    const saved = alertStore.saveDeliveries(changed).ok
    if (saved) deps.changed(changed)
    return saved
  }

  return {
    release: (due) => {
      // One moment for all: what comes due together must not be torn apart by the millisecond between two readings.
      const now = clock.now()
      const { free, held } = part(due, (each) => heldUntil(each, now), now)
      return keep(held) ? free : null
    },
    replan: () => {
      const now = clock.now()
      keep(alertStore.held().flatMap((delivery) => moved(delivery, heldUntil(delivery, now), now)))
    },
  }
}

interface Parted {
  readonly free: readonly StoredDelivery[]
  readonly held: readonly StoredDelivery[]
}

/** What goes out under one key goes out together, and as soon as one of it may. */
export function part(due: readonly StoredDelivery[], heldUntil: (each: StoredDelivery) => Time, now: Time): Parted {
  const groups = [...Map.groupBy(due, ({ key }) => key).values()].map((each) => {
    const until = Math.min(...each.map(heldUntil))
    return until <= now ? { free: each, held: [] } : { free: [], held: each.map((one) => held(one, until)) }
  })
  return { free: groups.flatMap(({ free }) => free), held: groups.flatMap((group) => group.held) }
}

function held(delivery: StoredDelivery, nextTryAt: Time): StoredDelivery {
  return { ...delivery, state: 'held', nextTryAt }
}

function moved(delivery: StoredDelivery, until: Time, now: Time): readonly StoredDelivery[] {
  if (until <= now) return [{ ...delivery, state: 'pending', nextTryAt: now }]
  return until === delivery.nextTryAt ? [] : [held(delivery, until)]
}
