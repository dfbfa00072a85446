import type { Time } from '../../../shared/ids.ts'
import type { Sentence } from '../../../shared/sentence.ts'
import type { StoredDelivery } from '../../ports/alert-store.ts'
import { ownKey } from './parcels.ts'

/** Deliveries as they are after something other than a try has changed them. */

/** Tried at once, and a day from then on. One that was told in a digest goes alone under a key of its own. */
export function retried(delivery: StoredDelivery, now: Time): StoredDelivery {
  const own = ownKey(delivery)
  const tries = delivery.key === own ? delivery.tries : 0
  return { ...delivery, key: own, tries, state: 'pending', createdAt: now, lastTriedAt: null, nextTryAt: now }
}

/** @param problem why, where it was not the user who gave it up */
export function givenUp(delivery: StoredDelivery, problem: Sentence | null): StoredDelivery {
  return { ...delivery, state: 'given-up', nextTryAt: null, problem: problem ?? delivery.problem }
}

/** What waits for its next try need not wait any longer; what is held for the end of quiet hours still does. */
export function pulled(deliveries: readonly StoredDelivery[], now: Time): readonly StoredDelivery[] {
  return deliveries.filter(waitsForATry).map((delivery) => ({ ...delivery, nextTryAt: now }))
}

/** The wall clock was set by so much: a wait stays as long as it was. Quiet hours end by the clock on the wall. */
export function shifted(deliveries: readonly StoredDelivery[], byMs: number): readonly StoredDelivery[] {
  return deliveries
    .filter(waitsForATry)
    .map((delivery) => ({ ...delivery, nextTryAt: (delivery.nextTryAt ?? 0) + byMs }))
}

function waitsForATry({ state, nextTryAt }: StoredDelivery): boolean {
  return nextTryAt !== null && state !== 'held'
}

/** Whether another channel tells it in this one's place. */
export function isHandedOver({ state, nextTryAt }: StoredDelivery): boolean {
  return state === 'failed' && nextTryAt === null
}
