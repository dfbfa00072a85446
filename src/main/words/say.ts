import { createInstance } from 'i18next'
import type { Language } from '../../shared/sentence.ts'
import { mainWords } from './all.ts'

export type MainWordId = keyof typeof mainWords

/** Says what menu, tray and notices are written with, in one language. */
export type Say = (id: MainWordId, values?: Readonly<Record<string, string>>) => string

export function createSay(language: Language): Say {
  const i18n = createInstance()
  const words = Object.fromEntries(Object.entries(mainWords).map(([id, each]) => [id, each[language]]))
  void i18n.init({
    lng: language,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: words } },
  })
  return (id, values = {}) => i18n.t(id, { ...values })
}
