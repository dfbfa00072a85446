import type { Desktop } from '../engine/ports/desktop.ts'
import { createTables } from '../engine/tables.ts'
import type { DesktopRow, OutsideLink } from '../shared/desktop-rows.ts'
import type { Result } from '../shared/result.ts'
import type { Sentence } from '../shared/sentence.ts'
import type { Choices } from './choices/choices.ts'
import type { Places } from './places.ts'
import type { DesktopUpdates } from './updates/open-updates.ts'

type Part = 'login' | 'tray' | 'notice'

/** Why a part of the desktop app has no effect on this computer; null where it has. */
export interface Problems {
  set(part: Part, problem: Sentence | null): void
  get(part: Part): Sentence | null
}

export interface DesktopPortParts {
  readonly choices: Choices
  readonly places: Places
  readonly updates: DesktopUpdates
  openLink(link: OutsideLink): Promise<Result<null>>
}

const ROW = 'desktop'

/** What the page may ask of the desktop app, and the hand by which main says what this computer cannot do. */
export function createDesktopPort({ choices, places, updates, openLink }: DesktopPortParts): {
  readonly port: Desktop
  readonly problems: Problems
} {
  const state = createTables().table<DesktopRow>()
  const problems = new Map<Part, Sentence>()
  const get = (part: Part): Sentence | null => problems.get(part) ?? null

  function show(): void {
    const [loginProblem, trayProblem, noticeProblem] = [get('login'), get('tray'), get('notice')]
    state.set(ROW, { ...choices.current(), loginProblem, trayProblem, noticeProblem })
  }

  show()
  choices.onChange(show)
  const { showing, wanted } = places
  return {
    port: { state, wanted, change: choices.change, showing, openLink, ...updates },
    problems: {
      get,
      set: (part, problem) => {
        if (problem === null) problems.delete(part)
        else problems.set(part, problem)
        show()
      },
    },
  }
}
