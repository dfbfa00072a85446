import type { Words } from '../../shared/sentence.ts'

export const menuWords = {
  'menu.quit': { en: 'Quit Tidemark', ru: 'Завершить Tidemark', bg: 'Изход от Tidemark' },
} as const satisfies Readonly<Record<string, Words>>
