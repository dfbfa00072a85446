import type { HistoryStretch } from '../../engine/ports/venue.ts'
import type { Ask } from './pages.ts'
import { signedRead, type Query } from './reads.ts'

const DAY_MS = 86_400_000

/** Every history route answers at most seven days at once … */
export const WINDOW_MS = 7 * DAY_MS
/** … of the last two years. One day less, so that the oldest window is not refused while it is on its way. */
export const RETENTION_MS = (2 * 365 - 1) * DAY_MS

/** Both ends are always stated: what a route takes for a missing one has changed before. */
export function historyAsk(path: string, query: Query, stretch: HistoryStretch, needed: Ask['needed']): Ask {
  const window: Query = [
    ['startTime', String(stretch.from)],
    ['endTime', String(stretch.to)],
  ]
  return { read: signedRead(path, [...query, ...window]), shape: 'list', needed }
}
