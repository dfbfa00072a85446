import type { Words } from '../../shared/sentence.ts'

export const trayWords = {
  'tray.show': { en: 'Show Tidemark', ru: 'Показать Tidemark', bg: 'Покажи Tidemark' },
} as const satisfies Readonly<Record<string, Words>>
