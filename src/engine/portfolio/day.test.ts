import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDays, dayStart } from './day.ts'

function starts(now: string, zone: string): string {
  return new Date(dayStart(Date.parse(now), zone)).toISOString()
}

describe('the start of a day', () => {
  it.each([
    ['UTC', '2026-11-21T13:00:00Z', '2026-11-21T00:00:00.000Z'],
    ['UTC', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-21T09:59:59Z', '2026-11-20T10:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-11-21T10:59:59Z', '2026-11-20T11:00:00.000Z'],
    ['Etc/GMT+12', '2026-11-21T11:59:59Z', '2026-11-20T12:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-21T18:15:00Z', '2026-11-21T18:15:00.000Z'],
  ])('in %s', (zone, now, start) => {
    expect(starts(now, zone)).toBe(start)
  })

  it.each([
    ['a spring day of 23 hours', 'Europe/Sofia', '2026-03-29T20:30:00Z', '2026-03-28T22:00:00.000Z'],
    ['the day after it', 'Europe/Sofia', '2026-03-29T21:00:00Z', '2026-03-29T21:00:00.000Z'],
    ['an autumn day of 25 hours', 'Europe/Sofia', '2026-10-25T21:59:00Z', '2026-10-24T21:00:00.000Z'],
    ['the repeated hour', 'America/New_York', '2026-11-01T06:30:00Z', '2026-11-01T04:00:00.000Z'],
    ['a day whose midnight does not exist', 'Africa/Cairo', '2026-04-24T12:00:00Z', '2026-04-23T22:00:00.000Z'],
    ['a day that begins twice', 'America/Havana', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00.000Z'],
  ])('on %s', (_what, zone, now, start) => {
    expect(starts(now, zone)).toBe(start)
  })

  it('in a zone nobody knows is that of UTC', () => {
    expect(starts('2026-11-21T13:00:00Z', 'Atlantis/Centre')).toBe('2026-11-21T00:00:00.000Z')
  })

  it('is never after now, never a day of another length away, and stays while the day lasts', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Sofia',
      'America/New_York',
      'Pacific/Kiritimati',
      'Australia/Lord_Howe',
    )
    const times = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2028-01-01') })
    fc.assert(
      fc.property(zones, times, (zone, now) => {
        const start = dayStart(now, zone)
        expect(start).toBeLessThanOrEqual(now)
        expect(now - start).toBeLessThan(25 * 3_600_000)
        expect(dayStart(start, zone)).toBe(start)
      }),
    )
  })

  it('follows the zone that the user chooses', () => {
    const choice = { zone: 'UTC' }
    const days = createDays(() => choice.zone)
    const now = Date.parse('2026-11-21T01:00:00Z')
    expect(days.startOf(now)).toBe(Date.parse('2026-11-21T00:00:00Z'))
    choice.zone = 'America/New_York'
    expect(days.startOf(now)).toBe(Date.parse('2026-11-20T05:00:00Z'))
  })
})
