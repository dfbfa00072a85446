import type { Place } from '../../shared/desktop-rows.ts'
import type { View } from './view.ts'

/** The view that shows a place. What the place does not name stays as it is. */
export function viewOf({ tab, account, instrument }: Place): Partial<View> {
  return { tab, ...(account === null ? {} : { account }), ...(instrument === null ? {} : { instrument }) }
}
