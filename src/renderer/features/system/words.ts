import type { Words } from '../../../shared/sentence.ts'

/** Words of the System tab. */
export const systemWords = {
  'system.streams': { en: 'Streams', ru: 'Потоки', bg: 'Потоци' },
} as const satisfies Record<string, Words>
