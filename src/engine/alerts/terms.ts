import { z } from 'zod'
import type { AlertSummary } from '../../shared/alert-rows.ts'
import { quietHours, type QuietHours } from '../../shared/desktop-rows.ts'
import { maybeTime } from '../../shared/fields.ts'
import type { Time } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import type { Desktop } from '../ports/desktop.ts'
import type { Store } from '../ports/store.ts'

const stored = z.strictObject({ pausedUntil: maybeTime, quietHours: quietHours.nullable() })
type Stored = z.infer<typeof stored>

const NAME = 'alertTerms'
const NONE: Stored = { pausedUntil: null, quietHours: null }

/** What holds for all rules: a pause, and the hours in which only critical alerts are told. */
export interface Terms {
  now(): Pick<AlertSummary, 'pausedUntil' | 'quietHours'>
  pause(until: Time | null): Promise<Result<null>>
  setQuietHours(hours: QuietHours | null): Promise<Result<null>>
}

/**
 * @param desktop where there is one, its pause and quiet hours are those of alerts, whichever surface set them
 * @param changed told of a change made here; the desktop tells of its own
 */
export function createTerms(
  store: Pick<Store, 'setting' | 'saveSetting'>,
  desktop: Pick<Desktop, 'state' | 'change'> | null,
  changed: () => void,
): Terms {
  return desktop === null ? keptTerms(store, changed) : termsOf(desktop)
}

function termsOf({ state, change }: Pick<Desktop, 'state' | 'change'>): Terms {
  return {
    now: () => {
      const { pausedUntil, quietHours: hours } = state.get('desktop') ?? NONE
      return { pausedUntil, quietHours: hours }
    },
    pause: (pausedUntil) => change({ pausedUntil }),
    setQuietHours: (hours) => change({ quietHours: hours }),
  }
}

function keptTerms(store: Pick<Store, 'setting' | 'saveSetting'>, changed: () => void): Terms {
  const read = stored.safeParse(store.setting(NAME))
  const kept: { terms: Stored } = { terms: read.success ? read.data : NONE }

  function change(part: Partial<Stored>): Promise<Result<null>> {
    kept.terms = { ...kept.terms, ...part }
    changed()
    return store.saveSetting(NAME, kept.terms)
  }

  return {
    now: () => kept.terms,
    pause: (pausedUntil) => change({ pausedUntil }),
    setQuietHours: (hours) => change({ quietHours: hours }),
  }
}
