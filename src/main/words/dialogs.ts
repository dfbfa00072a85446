import type { Words } from '../../shared/sentence.ts'

/** Buttons of the boxes main shows by itself. */
export const dialogWords = {
  'dialog.try-again': { en: 'Try again', ru: 'Попробовать снова', bg: 'Опитай отново' },
  'dialog.close-window': { en: 'Close the window', ru: 'Закрыть окно', bg: 'Затвори прозореца' },
} as const satisfies Readonly<Record<string, Words>>
