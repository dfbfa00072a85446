import type { AccountState, Flat, Position } from './event.ts'

/** Whether a position lost its margins by the newest statement of it, or came without them. */
export function lostFigures(before: AccountState | null, after: AccountState | null): boolean {
  if (after === null || before?.positions === after.positions) return false
  return [...after.positions].some(
    ([key, position]) => lacksMargin(position) && !lacksMargin(before?.positions.get(key)),
  )
}

/** Portfolio margin is one figure of the whole account; no position has one of its own. */
function lacksMargin(position: Position | Flat | undefined): boolean {
  if (position === undefined || position.size === null || position.marginMode === 'portfolio') return false
  return position.maintenanceMargin === null
}
