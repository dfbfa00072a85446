import type { Handlers } from '../../shared/client.ts'
import type { AppContract } from '../../shared/contract.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Desktop } from '../ports/desktop.ts'
import type { EngineState } from '../state.ts'

/** The contract's groups about the desktop app; without one, calls are denied in a sentence. */
export function desktopHandlers(
  state: EngineState,
  desktop: Desktop | null,
): Pick<Handlers<AppContract>, 'desktop' | 'updates'> {
  return {
    desktop: {
      state: () => ok(state.desktop),
      change: (change) => desktop?.change(change) ?? denied(),
      wanted: () => ok(state.wanted),
      showing: (place) => {
        desktop?.showing(place)
        return ok(null)
      },
      openLink: ({ link }) => desktop?.openLink(link) ?? denied(),
    },
    updates: {
      state: () => ok(state.update),
      check: () => desktop?.checkForUpdate() ?? denied(),
      download: () => desktop?.downloadUpdate() ?? denied(),
      install: () => desktop?.installUpdate() ?? denied(),
    },
  }
}

function denied(): Result<null> {
  return fail({ code: 'denied', sentence: sentence('desktop.only') })
}
