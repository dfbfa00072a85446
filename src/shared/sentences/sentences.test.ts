import { expect, test } from 'vitest'
import type { Words } from '../sentence.ts'
import { sentences } from './all.ts'

const all: readonly (readonly [string, Words])[] = Object.entries(sentences)
const values = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()

test.each(all)('%s names the same values in every language', (_, { en, ru, bg }) => {
  expect(values(ru)).toEqual(values(en))
  expect(values(bg)).toEqual(values(en))
})
