import { usePage, useRow } from '../../state/page.ts'
import { useTheme } from './use-appearance.ts'

const HOUR_MS = 3_600_000

export interface Actions {
  readonly togglePrivacy: () => void
  readonly toggleTheme: () => void
  /** Opens the form for a new rule. */
  readonly addRule: () => void
  /** Tells nothing but critical alerts for an hour, or tells everything again. */
  readonly pauseAlerts: () => void
  readonly resumeAlerts: () => void
}

/** What buttons, keys and the command palette can all do. */
export function useActions(): Actions {
  const { client, queries, view, engineNow } = usePage()
  const settings = useRow(queries.settings, 'settings')
  const theme = useTheme(settings?.theme ?? 'system')
  return {
    togglePrivacy: () => void client.settings.change({ privacy: !(settings?.privacy ?? false) }),
    addRule: () => view.setState({ tab: 'alerts', newRule: 'open' }),
    pauseAlerts: () => void client.alerts.pause({ until: Math.floor(engineNow()) + HOUR_MS }),
    resumeAlerts: () => void client.alerts.pause({ until: null }),
    toggleTheme: () => void client.settings.change({ theme: theme === 'dark' ? 'light' : 'dark' }),
  }
}
