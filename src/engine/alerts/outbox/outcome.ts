import type { StoredDelivery } from '../../ports/alert-store.ts'
import type { Delivery } from '../../ports/channel.ts'
import { fateOf, type FateTerms } from './fate.ts'
import { needless } from './needless.ts'

/**
 * What one try of a message changes. What was retried, put off or given up while it was on its way stays as that left
 * it, unless it has arrived.
 *
 * @param sent as it was on disk when the message left
 * @param stored every delivery of its alerts, as it is on disk now
 */
export function outcomeOf(
  sent: readonly StoredDelivery[],
  stored: readonly StoredDelivery[],
  answer: Delivery,
  terms: FateTerms,
): readonly StoredDelivery[] {
  const standing = sent.filter((delivery) => answer.kind === 'delivered' || isUntouched(delivery, stored))
  const changed = standing.flatMap((delivery) => {
    const fate = fateOf(delivery, answer, { ...terms, failover: standIn(delivery, stored, terms.failover) })
    return [fate.delivery, ...(fate.takenOver === null ? [] : [fate.takenOver])]
  })
  return [...changed, ...needless(stored, changed)]
}

export function isUntouched(sent: StoredDelivery, stored: readonly StoredDelivery[]): boolean {
  const now = stored.find(({ alert, channel }) => alert === sent.alert && channel === sent.channel)
  return now?.key === sent.key && now.state === sent.state && now.nextTryAt === sent.nextTryAt
}

/** A channel that tells this alert itself takes nothing over: both go on. */
function standIn({ alert }: StoredDelivery, stored: readonly StoredDelivery[], failover: string | null) {
  return stored.some((each) => each.alert === alert && each.channel === failover) ? null : failover
}
