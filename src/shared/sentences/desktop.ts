import type { Words } from '../sentence.ts'

/** About the desktop app: window, tray, notices, start-up. */
export const desktop = {
  'desktop.only': {
    en: 'This belongs to the desktop app, and Tidemark runs without it here. Nothing was changed. Start the desktop app to use it.',
    ru: 'Это доступно только в настольном приложении, а здесь Tidemark работает без него. Ничего не изменено. Запустите настольное приложение.',
    bg: 'Това е възможно само в настолното приложение, а тук Tidemark работи без него. Нищо не е променено. Стартирайте настолното приложение.',
  },
} as const satisfies Readonly<Record<string, Words>>
