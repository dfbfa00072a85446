import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sameText } from './same-text.ts'

it.each([
  ['', 'secret'],
  ['secre', 'secret'],
  ['secret ', 'secret'],
  ['Secret', 'secret'],
  ['secrez', 'secret'],
  ['secret\0', 'secret'],
  ['\0', ''],
])('%j is not %j', (guess, secret) => {
  expect(sameText(guess, secret)).toBe(false)
})

it('agrees with plain comparison', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => sameText(a, b) === (a === b) && sameText(a, a)))
})
