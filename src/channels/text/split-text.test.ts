import fc from 'fast-check'
import { expect, test } from 'vitest'
import { awkwardText } from '../test/samples.ts'
import { splitText, utf16Units, utf8Bytes, visible } from './split-text.ts'

const limits = fc.constantFrom(
  { limit: 4096, weigh: utf16Units },
  { limit: 100, weigh: utf16Units },
  { limit: 120, weigh: utf8Bytes },
)

test('parts are the text, none over the limit and none torn inside a character', () => {
  fc.assert(
    fc.property(awkwardText(9000), limits, (text, limit) => {
      const parts = splitText(text, limit)
      expect(parts.join('')).toBe(text)
      for (const part of parts) {
        expect(limit.weigh(part)).toBeLessThanOrEqual(limit.limit)
        expect(part.isWellFormed()).toBe(true)
      }
    }),
  )
})

test('parts begin and end between two characters as a reader sees them', () => {
  const borders = (text: string): ReadonlySet<number> =>
    new Set(Array.from(new Intl.Segmenter('und').segment(text), ({ index }) => index))
  fc.assert(
    fc.property(awkwardText(3000), (text) => {
      const parts = splitText(text, { limit: 200, weigh: utf16Units })
      const found = borders(text)
      const starts = parts.map((_, index) => parts.slice(0, index).join('').length)
      expect(starts.filter((start) => !found.has(start))).toEqual([])
    }),
  )
})

test('lines stay whole where they can, then words', () => {
  const limit = { limit: 20, weigh: utf16Units }
  expect(splitText('first line\nsecond line\nthird', limit)).toEqual(['first line\n', 'second line\nthird'])
  expect(splitText('one two three four five six', limit)).toEqual(['one two three four ', 'five six'])
  expect(splitText(`a ${'b'.repeat(30)}`, limit)).toEqual([`a ${'b'.repeat(18)}`, 'b'.repeat(12)])
})

test('a character larger than the limit falls into its code points, never into halves of them', () => {
  const pile = `a${'\u0301'.repeat(50)}`
  expect(splitText(pile, { limit: 10, weigh: utf16Units }).join('')).toBe(pile)
  expect(splitText('😀😀😀', { limit: 3, weigh: utf16Units })).toEqual(['😀', '😀', '😀'])
})

test('parts of nothing but space are not shown', () => {
  expect(visible(splitText(`a${'\n'.repeat(50)}b`, { limit: 10, weigh: utf16Units }))).toHaveLength(2)
})
