import type { Screen } from 'electron'
import type { WorkArea } from './place-window.ts'

/** The displays there are, the primary one first. */
export function displaysOf(
  screen: Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>,
): readonly [WorkArea, ...WorkArea[]] {
  const primary = screen.getPrimaryDisplay()
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)]
}
