import { ok } from '../../shared/result.ts'
import type { Choices } from '../choices/choices.ts'
import { DEFAULTS, type DesktopFile } from '../choices/desktop-file.ts'

/** Choices kept in memory. */
export function createFakeChoices(over: Partial<DesktopFile['choices']> = {}): Choices {
  const now = { file: { ...DEFAULTS, choices: { ...DEFAULTS.choices, ...over } } as DesktopFile }
  const listeners = new Set<() => void>()
  return {
    current: () => now.file.choices,
    change: (change) => {
      now.file = { ...now.file, choices: { ...now.file.choices, ...change } as DesktopFile['choices'] }
      listeners.forEach((take) => take())
      return Promise.resolve(ok(null))
    },
    onChange: (take) => {
      listeners.add(take)
      return () => void listeners.delete(take)
    },
    window: () => now.file.window,
    rememberWindow: (change) => {
      now.file = { ...now.file, window: { ...now.file.window, ...change } }
    },
    wasSaid: (what) => now.file.said.includes(what),
    keepSaid: (what) => {
      now.file = { ...now.file, said: [...now.file.said, what] }
    },
    flush: () => Promise.resolve(),
  }
}
