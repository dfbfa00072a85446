import { expect, test } from 'vitest'
import { createNodeRandom } from './random.ts'

test('numbers are in [0, 1) and tokens have their length and never repeat', () => {
  const random = createNodeRandom()
  const numbers = Array.from({ length: 1000 }, () => random.next())
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...numbers)).toBeLessThan(1)
  expect(new Set(numbers).size).toBeGreaterThan(990)
  const tokens = Array.from({ length: 100 }, () => random.token(16))
  expect(tokens.every((token) => /^[0-9a-f]{32}$/.test(token))).toBe(true)
  expect(new Set(tokens).size).toBe(100)
})
