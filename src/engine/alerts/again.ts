import type { Time } from '../../shared/ids.ts'
import type { StoredDelivery } from '../ports/alert-store.ts'

/** The same alert told anew: another key, or its receiver would take it for a repetition. */
export function again(delivery: StoredDelivery, endedAt: Time): StoredDelivery {
  return { ...delivery, key: `${delivery.key} again ${endedAt}` }
}

export function isAgain({ key }: Pick<StoredDelivery, 'key'>): boolean {
  return / again \d+$/.test(key)
}

/** Where it waits alone. What was tried together with others goes on as it was. */
export function skipped(delivery: StoredDelivery): readonly StoredDelivery[] {
  const { alert, channel, key, nextTryAt } = delivery
  const waitsAlone = nextTryAt !== null && (key === `${alert} ${channel}` || isAgain(delivery))
  return waitsAlone ? [{ ...delivery, state: 'skipped', nextTryAt: null }] : []
}
