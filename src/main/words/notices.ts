import type { Words } from '../../shared/sentence.ts'

export const noticeWords = {
  'notice.demo': { en: 'Demo', ru: 'Демо', bg: 'Демо' },
} as const satisfies Readonly<Record<string, Words>>
