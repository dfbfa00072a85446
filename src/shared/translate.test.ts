import { expect, it } from 'vitest'
import { sentence } from './sentence.ts'
import { chooseLanguage, createTranslate } from './translate.ts'

it('puts values in, unescaped, in the chosen language', () => {
  const said = sentence('venue.rate-limit', { venue: 'A & <B>' })
  expect(createTranslate('en')(said)).toContain('A & <B> asks for a pause')
  expect(createTranslate('ru')(said)).toContain('A & <B> просит паузу')
  expect(createTranslate('bg')(said)).toContain('A & <B> иска пауза')
})

it('chooses a language from locale names', () => {
  expect(chooseLanguage([undefined, 'bg_BG.UTF-8'])).toBe('bg')
  expect(chooseLanguage(['C', 'ru-RU'])).toBe('ru')
  expect(chooseLanguage(['de_DE'])).toBe('en')
})
