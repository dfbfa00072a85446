import { usePage, useRow } from '../../state/page.ts'
import { useTheme } from './use-appearance.ts'

export interface Actions {
  readonly togglePrivacy: () => void
  readonly toggleTheme: () => void
}

/** What buttons, keys and the command palette can all do. */
export function useActions(): Actions {
  const { client, queries } = usePage()
  const settings = useRow(queries.settings, 'settings')
  const theme = useTheme(settings?.theme ?? 'system')
  return {
    togglePrivacy: () => void client.settings.change({ privacy: !(settings?.privacy ?? false) }),
    toggleTheme: () => void client.settings.change({ theme: theme === 'dark' ? 'light' : 'dark' }),
  }
}
