import { describe, expect, it } from 'vitest'
import type { Language, Words } from '../../shared/sentence.ts'
import { sentences } from '../../shared/sentences/all.ts'
import { accountWords } from '../features/account/words.ts'
import { alertWords } from '../features/alerts/words.ts'
import { marketWords } from '../features/markets/words.ts'
import { settingsWords } from '../features/settings/words.ts'
import { systemWords } from '../features/system/words.ts'
import { figures } from './figures.ts'
import { frame } from './frame.ts'
import { browserLanguage, createWords } from './words.ts'

const parts: readonly Readonly<Record<string, Words>>[] = [
  frame,
  figures,
  accountWords,
  marketWords,
  alertWords,
  settingsWords,
  systemWords,
]
const all = parts.flatMap((part) => Object.entries(part))
const languages: readonly Language[] = ['en', 'ru', 'bg']

const valuesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('words', () => {
  it('have one meaning each', () => {
    const ids = [...all.map(([id]) => id), ...Object.keys(sentences)]
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it.each(all)('%s is said in every language, with the same values', (_id, words) => {
    for (const language of languages) {
      expect(words[language].trim()).toBe(words[language])
      expect(words[language]).not.toBe('')
      expect(valuesIn(words[language])).toEqual(valuesIn(words.en))
    }
  })

  it('are in the script of their language', () => {
    const untranslated = all
      .filter(([, { en, ru, bg }]) => en.length > 24 && (ru === en || bg === en))
      .map(([id]) => id)
    expect(untranslated).toEqual([])
  })

  it('are said with their values in the language chosen', () => {
    expect(createWords('ru').t('card.free', { share: '80 %' })).toBe('80 % свободно')
    expect(createWords('bg').t('tab.account')).toBe('Сметка')
    expect(createWords('en').t('settings.remove.sure', { label: '<b>&' })).toContain('“<b>&”')
  })

  it('follow the first language of the browser that there is', () => {
    expect(browserLanguage(['de-DE', 'bg-BG', 'ru'])).toBe('bg')
    expect(browserLanguage(['fr'])).toBe('en')
  })
})
