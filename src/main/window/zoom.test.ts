import { expect, it } from 'vitest'
import { nextZoom } from './zoom.ts'

it('goes up and down the same steps and ends at both', () => {
  const up = [1]
  while (up.length < 20) up.push(nextZoom(up.at(-1) ?? 1, 'in'))
  expect(up.slice(0, 9)).toEqual([1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3])
  const down = [3]
  while (down.length < 20) down.push(nextZoom(down.at(-1) ?? 1, 'out'))
  expect(down.slice(0, 14)).toEqual([3, 2.5, 2, 1.75, 1.5, 1.25, 1.1, 1, 0.9, 0.8, 0.75, 0.67, 0.5, 0.5])
})

it('finds back onto the steps from between them', () => {
  expect([nextZoom(1.2, 'in'), nextZoom(1.2, 'out')]).toEqual([1.25, 1.1])
  expect([nextZoom(9, 'in'), nextZoom(0.1, 'out')]).toEqual([3, 0.5])
  expect(nextZoom(1.7, 'reset')).toBe(1)
})
