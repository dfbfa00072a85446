import { useLiveState } from './page.ts'
import type { LiveQuery } from './lives.ts'

/** Whether a live has not said anything yet, so that nothing on screen may speak for it. */
export function useWaiting<Row>(query: LiveQuery<Row>): 'waiting' | 'told' {
  return useLiveState(query).kind === 'opening' ? 'waiting' : 'told'
}
