import { expect, it } from 'vitest'
import { createTimeFormats } from './time.ts'

const at = Date.UTC(2026, 10, 21, 22, 30, 5)
const hour = 3_600_000
const utc = createTimeFormats('en', 'UTC')
const sofia = createTimeFormats('en', 'Europe/Sofia')

it('shows times in the chosen zone, around the day’s edge and the summer change', () => {
  expect(utc.clock(at)).toBe('22:30:05')
  expect(createTimeFormats('bg', 'Europe/Sofia').clock(at)).toContain('30:05')
  expect(sofia.when(at, at + hour)).toBe('00:30:05')
  expect(utc.when(at, at + 2 * hour)).toBe('Nov 21 22:30:05')
  expect([sofia.zone(at), sofia.zone(Date.UTC(2026, 6, 1)), utc.zone(at)]).toEqual(['UTC+2', 'UTC+3', 'UTC'])
})

it.each([
  [200, '0.2s'],
  [999, '0.9s'],
  [14_000, '14s'],
  [59_999, '59s'],
  [180_000, '3m'],
  [6 * hour, '6h'],
  [49 * hour, '2d'],
  [-5, '0s'],
])('an age of %d ms reads %s', (ms, text) => {
  expect(utc.age(ms)).toBe(text)
})
