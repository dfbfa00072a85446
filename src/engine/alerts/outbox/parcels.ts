import type { Time } from '../../../shared/ids.ts'
import type { StoredDelivery } from '../../ports/alert-store.ts'

/** What goes out as one message: one alert, or a digest of several. */
export interface Parcel {
  readonly channel: string
  readonly key: string
  readonly deliveries: readonly StoredDelivery[]
  /** What goes together is new and must be on disk before the parcel is sent. */
  readonly packing: 'new' | 'kept'
}

/** From so many single alerts of one channel on, they are told together. */
const BURST = 4
const MOST_TOGETHER = 50

/**
 * Packs what is due. A parcel that was packed before stays as it was, so that a second try carries the same key and
 * the same alerts as the first.
 */
export function pack(due: readonly StoredDelivery[], now: Time): readonly Parcel[] {
  const channels = [...Map.groupBy(due, ({ channel }) => channel).values()]
  return channels.flatMap((each) => packChannel(each, now).toSorted(byRest))
}

/** What was tried longest ago goes first: a channel that takes nothing is not asked with the same parcel for ever. */
function byRest(a: Parcel, b: Parcel): number {
  return triedAt(a) - triedAt(b)
}

function triedAt({ deliveries, packing }: Parcel): number {
  return packing === 'new' ? 0 : Math.min(...deliveries.map(({ lastTriedAt }) => lastTriedAt ?? 0))
}

function packChannel(due: readonly StoredDelivery[], now: Time): readonly Parcel[] {
  const kept = [...Map.groupBy(due.filter(isPacked), ({ key }) => key).values()]
  const singles = due.filter((delivery) => !isPacked(delivery))
  const packed = kept.map((deliveries) => parcel(deliveries, 'kept'))
  if (singles.length < BURST) return [...packed, ...singles.map((single) => alone(single, now))]
  return [...packed, ...chunks(singles, MOST_TOGETHER).map((some) => together(some, now))]
}

/** A digest's key is not its alert's own. What was tried alone goes on alone: its receiver may have it already. */
function isPacked(delivery: StoredDelivery): boolean {
  return delivery.tries > 0 || delivery.lastTriedAt !== null || delivery.key !== ownKey(delivery)
}

/** That it goes alone is on disk before it goes, or a sudden end could tell it again in a digest. */
function alone(delivery: StoredDelivery, now: Time): Parcel {
  return parcel([{ ...delivery, createdAt: now, lastTriedAt: now }], 'new')
}

/** Of an alert that goes alone. */
export function ownKey({ alert, channel }: Pick<StoredDelivery, 'alert' | 'channel'>): string {
  return `${alert} ${channel}`
}

/** An alert may come out of one digest and go into another, so the moment is part of the key. */
function together(deliveries: readonly StoredDelivery[], now: Time): Parcel {
  const [first] = deliveries
  if (first === undefined) return parcel(deliveries, 'kept')
  if (deliveries.length === 1) return alone(first, now)
  const key = `digest ${deliveries.length} from ${first.key} at ${now}`
  return parcel(
    deliveries.map((delivery) => ({ ...delivery, key })),
    'new',
  )
}

function parcel(deliveries: readonly StoredDelivery[], packing: Parcel['packing']): Parcel {
  const [first] = deliveries
  return { channel: first?.channel ?? '', key: first?.key ?? '', deliveries, packing }
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
