import { z } from 'zod'
import type { AlertSummary } from '../../shared/alert-rows.ts'
import { quietHours, type DesktopRow, type QuietHours } from '../../shared/desktop-rows.ts'
import { maybeTime } from '../../shared/fields.ts'
import type { Time } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import type { Store } from '../ports/store.ts'

const stored = z.strictObject({ pausedUntil: maybeTime, quietHours: quietHours.nullable() })
type Stored = z.infer<typeof stored>

const NAME = 'alertTerms'

/** What holds for all rules: a pause, and the hours in which only critical alerts are told. */
export interface Terms {
  now(): Pick<AlertSummary, 'pausedUntil' | 'quietHours'>
  pause(until: Time | null): Promise<Result<null>>
  setQuietHours(hours: QuietHours | null): Promise<Result<null>>
}

/**
 * @param desktop what is chosen for the desktop's own notices; the tray's pause is a pause of alerts too
 */
export function createTerms(
  store: Pick<Store, 'setting' | 'saveSetting'>,
  desktop: () => DesktopRow | undefined,
  changed: () => void,
): Terms {
  const read = stored.safeParse(store.setting(NAME))
  const kept: { terms: Stored } = { terms: read.success ? read.data : { pausedUntil: null, quietHours: null } }

  function change(part: Partial<Stored>): Promise<Result<null>> {
    kept.terms = { ...kept.terms, ...part }
    changed()
    return store.saveSetting(NAME, kept.terms)
  }

  return {
    now: () => ({
      pausedUntil: later(kept.terms.pausedUntil, desktop()?.pausedUntil ?? null),
      quietHours: kept.terms.quietHours ?? desktop()?.quietHours ?? null,
    }),
    pause: (pausedUntil) => change({ pausedUntil }),
    setQuietHours: (hours) => change({ quietHours: hours }),
  }
}

function later(a: Time | null, b: Time | null): Time | null {
  return a === null ? b : b === null ? a : Math.max(a, b)
}

/** The minute of the user's day, 0 to 1439. */
export function minuteOfDay(now: Time, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' })
  const found = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, Number(value)]))
  return (found['hour'] ?? 0) * 60 + (found['minute'] ?? 0)
}
