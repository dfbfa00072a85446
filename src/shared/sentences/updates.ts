import type { Words } from '../sentence.ts'

/** About updates of the program. */
export const updates = {
  'update.unavailable': {
    en: 'This copy of Tidemark cannot update itself: it was not installed from one of our installers. Get a newer version the way you got this one.',
    ru: 'Эта копия Tidemark не может обновляться сама: она установлена не нашим установщиком. Получите новую версию так же, как эту.',
    bg: 'Това копие на Tidemark не може да се обновява само: не е инсталирано с наш инсталатор. Вземете новата версия така, както взехте тази.',
  },
} as const satisfies Readonly<Record<string, Words>>
