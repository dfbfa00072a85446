import type { StoredDelivery } from '../../ports/alert-store.ts'
import { OS_CHANNEL } from '../channels/stored-channels.ts'

/**
 * Notices that nobody saw of alerts that arrived another way: a page that is not open is no alert that reached nobody.
 * What any other channel could not deliver is told, whatever else arrived: somebody set it up to be reached by it.
 *
 * @param changed goes over `stored`
 * @returns the notices that are not needed any more, changed
 */
export function needless(
  stored: readonly StoredDelivery[],
  changed: readonly StoredDelivery[],
): readonly StoredDelivery[] {
  const now = [...new Map([...stored, ...changed].map((each) => [`${each.alert} ${each.channel}`, each])).values()]
  const arrived = new Set(now.filter(({ state }) => state === 'delivered').map(({ alert }) => alert))
  return now
    .filter(({ channel, state }) => channel === OS_CHANNEL && state === 'undelivered')
    .filter(({ alert }) => arrived.has(alert))
    .map((notice) => ({ ...notice, state: 'skipped' }))
}
