import { expect, it } from 'vitest'
import { nextMorning } from './next-morning.ts'

it.each([
  ['UTC', '2026-11-21T12:00:00Z', '2026-11-22T08:00:00Z'],
  ['UTC', '2026-11-21T23:59:59Z', '2026-11-22T08:00:00Z'],
  ['UTC', '2026-11-22T00:00:00Z', '2026-11-23T08:00:00Z'],
  ['Europe/Sofia', '2026-11-21T21:30:00Z', '2026-11-22T06:00:00Z'],
  ['Europe/Sofia', '2026-11-21T22:30:00Z', '2026-11-23T06:00:00Z'],
  ['America/New_York', '2026-11-21T03:00:00Z', '2026-11-21T13:00:00Z'],
  // The clock is put back, and forward, in the night between.
  ['Europe/Sofia', '2026-10-24T15:00:00Z', '2026-10-25T06:00:00Z'],
  ['Europe/Sofia', '2026-03-28T15:00:00Z', '2026-03-29T05:00:00Z'],
])('in %s, from %s, the next morning is %s', (zone, now, morning) => {
  expect(new Date(nextMorning(Date.parse(now), zone)).toISOString()).toBe(morning.replace('Z', '.000Z'))
})
