import type { Words } from '../../../shared/sentence.ts'

/** Words of the Settings tab. */
export const settingsWords = {
  'settings.title': { en: 'Settings', ru: 'Настройки', bg: 'Настройки' },
} as const satisfies Record<string, Words>
