import type { Shell } from '../shell.ts'

/** Whether the app goes on without its window. */
export function staysInTray({ choices, problems }: Pick<Shell, 'choices' | 'problems'>): boolean {
  return choices.current().closeToTray && problems.get('tray') === null
}
