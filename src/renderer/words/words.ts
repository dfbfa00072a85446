import { createInstance, type i18n } from 'i18next'
import { useMemo } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import type { Language, Sentence, Words } from '../../shared/sentence.ts'
import { sentences } from '../../shared/sentences/all.ts'
import { accountWords } from '../features/account/words.ts'
import { alertWords } from '../features/alerts/words.ts'
import { marketWords } from '../features/markets/words.ts'
import { settingsWords } from '../features/settings/words.ts'
import { systemWords } from '../features/system/words.ts'
import { figures } from './figures.ts'
import { frame } from './frame.ts'

const words = {
  ...frame,
  ...figures,
  ...accountWords,
  ...marketWords,
  ...alertWords,
  ...settingsWords,
  ...systemWords,
  ...sentences,
}
export type WordId = keyof typeof words

const LANGUAGES: readonly Language[] = ['en', 'ru', 'bg']

/** The page's translations: its own words and every sentence the engine can say. */
export function createWords(language: Language): i18n {
  const instance = createInstance()
  const all: readonly (readonly [string, Words])[] = Object.entries(words)
  const inLanguage = (each: Language) => Object.fromEntries(all.map(([id, texts]) => [id, texts[each]]))
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(LANGUAGES.map((each) => [each, { translation: inLanguage(each) }])),
  })
  return instance
}

/** A sentence as it comes over the link, where its id is text. */
type SaidSentence = Sentence | { readonly id: string; readonly values: Readonly<Record<string, string>> }

export interface Say {
  (id: WordId, values?: Readonly<Record<string, string | number>>): string
  readonly language: Language
  /** A sentence of the engine's. */
  sentence(sentence: SaidSentence): string
}

export function useWords(): Say {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  return useMemo(() => {
    const say = (id: string, values?: Readonly<Record<string, string | number>>): string => t(id, { ...values })
    // The only languages ever set are ours.
    return Object.assign(say, {
      language: language as Language,
      sentence: ({ id, values }: SaidSentence) => say(id, values),
    })
  }, [t, language])
}

export function browserLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const found = LANGUAGES.find((language) => wish.toLowerCase().startsWith(language))
    if (found !== undefined) return found
  }
  return 'en'
}

export { I18nextProvider }
