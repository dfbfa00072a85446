import { createInstance } from 'i18next'
import type { Language, Sentence } from './sentence.ts'
import { sentences } from './sentences/all.ts'

export type Translate = (sentence: Sentence) => string

const LANGUAGES: readonly Language[] = ['en', 'ru', 'bg']

/** Turns sentences into text of one language; for command lines, logs and notifications. The page has its own. */
export function createTranslate(language: Language): Translate {
  const i18n = createInstance()
  const words = Object.fromEntries(Object.entries(sentences).map(([id, each]) => [id, each[language]]))
  void i18n.init({
    lng: language,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: words } },
  })
  return ({ id, values }) => i18n.t(id, { ...values })
}

/** The first of our languages that a list such as `bg_BG.UTF-8` or `ru-RU` names; English otherwise. */
export function chooseLanguage(wishes: readonly (string | undefined)[]): Language {
  for (const wish of wishes) {
    const found = LANGUAGES.find((language) => wish?.toLowerCase().startsWith(language))
    if (found !== undefined) return found
  }
  return 'en'
}
