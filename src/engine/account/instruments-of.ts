import type { InstrumentId } from '../../shared/ids.ts'
import type { AccountState } from './event.ts'

/** Open positions and open orders; a tombstone wants nothing. */
export function instrumentsOf(state: AccountState): ReadonlySet<InstrumentId> {
  const held = [...state.positions.values()].flatMap(({ size, instrument }) => (size === null ? [] : [instrument]))
  const ordered = [...state.orders.values()].flatMap((order) => ('gone' in order ? [] : [order.instrument]))
  return new Set([...held, ...ordered])
}
