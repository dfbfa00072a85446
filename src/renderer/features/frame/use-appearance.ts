import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { SettingsRow } from '../../../shared/health-rows.ts'
import type { Language } from '../../../shared/sentence.ts'
import { createFormats, type Formats } from '../../format/formats.ts'
import { usePage, useRow } from '../../state/page.ts'
import { browserLanguage } from '../../words/words.ts'

/** The user's language and formats; theme, palette and density are put on the document, where the styles read them. */
export function useAppearance(): { readonly formats: Formats; readonly language: Language } {
  const { queries } = usePage()
  const settings = useRow(queries.settings, 'settings')
  const theme = useTheme(settings?.theme ?? 'system')
  useEffect(() => {
    Object.assign(document.documentElement.dataset, {
      theme,
      palette: settings?.palette ?? 'standard',
      density: settings?.density ?? 'comfortable',
    })
  }, [theme, settings?.palette, settings?.density])

  const wish = settings?.language ?? 'system'
  const language = wish === 'system' ? browserLanguage(navigator.languages) : wish
  const zone = settings?.timeZone ?? 'local'
  const privacy = settings?.privacy ?? false
  const formats = useMemo(() => createFormats(language, zone, privacy), [language, zone, privacy])
  return { formats, language }
}

/** Dark unless the user, or with `system` their system, says light. */
export function useTheme(wish: SettingsRow['theme']): 'dark' | 'light' {
  const systemIsLight = useSyncExternalStore(followSystem, () => query().matches)
  if (wish !== 'system') return wish
  return systemIsLight ? 'light' : 'dark'
}

function query(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: light)')
}

function followSystem(listener: () => void): () => void {
  const media = query()
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
