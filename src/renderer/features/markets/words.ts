import type { Words } from '../../../shared/sentence.ts'

/** Words of the Markets tab. */
export const marketWords = {
  'markets.title': { en: 'Watchlist', ru: 'Список наблюдения', bg: 'Наблюдавани' },
} as const satisfies Record<string, Words>
