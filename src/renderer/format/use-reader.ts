import { useMemo } from 'react'
import { writeValues, type Reader } from '../../shared/format/alert-text.ts'
import { readLocale } from '../../shared/format/amount.ts'
import { usePage, useRow } from '../state/page.ts'
import { useWords, type Say } from '../words/words.ts'
import { useFormats } from './formats.ts'

/** How this user sees the figures of an alert. */
export function useReader(): Reader {
  const { queries } = usePage()
  const { language } = useWords()
  const { privacy } = useFormats()
  const zone = useRow(queries.settings, 'settings')?.timeZone ?? 'local'
  return useMemo(
    () => ({ language, locale: readLocale(language), timeZone: zone === 'local' ? undefined : zone, privacy }),
    [language, zone, privacy],
  )
}

/** Says what an alert says, its values written for this user. */
export function useAlertText(): Say['sentence'] {
  const say = useWords()
  const reader = useReader()
  return useMemo(() => (said) => say.sentence(writeValues(said, reader)), [say, reader])
}
