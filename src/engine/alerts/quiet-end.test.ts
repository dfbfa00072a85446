import { describe, expect, it } from 'vitest'
import { firstTellable, type Quiet } from './quiet-end.ts'

const HOUR = 3_600_000
const NIGHT = { from: 22 * 60, to: 7 * 60 }

const told = (now: string, over: Partial<Quiet> = {}): string =>
  new Date(
    firstTellable(Date.parse(now), { pausedUntil: null, quietHours: NIGHT, timeZone: 'Europe/Sofia', ...over }),
  ).toISOString()

describe('what may not be told now', () => {
  it('waits for nothing outside of quiet hours, and in them until their very first minute is over', () => {
    expect(told('2026-11-21T19:59:59.999Z')).toBe('2026-11-21T19:59:59.999Z')
    expect(told('2026-11-21T20:00:59.999Z')).toBe('2026-11-22T05:00:00.000Z')
    expect(told('2026-11-22T04:59:59.999Z')).toBe('2026-11-22T05:00:00.000Z')
    expect(told('2026-11-22T05:00:00Z')).toBe('2026-11-22T05:00:00.000Z')
  })

  it('waits on where a pause ends in quiet hours, and where it ends after them', () => {
    const paused = (hours: number) => ({ pausedUntil: Date.parse('2026-11-21T18:00:00Z') + hours * HOUR })
    expect(told('2026-11-21T18:00:00Z', paused(3))).toBe('2026-11-22T05:00:00.000Z')
    expect(told('2026-11-21T18:00:00Z', paused(13))).toBe('2026-11-22T07:00:00.000Z')
    expect(told('2026-11-21T18:00:00Z', paused(1))).toBe('2026-11-21T19:00:00.000Z')
  })

  it('goes by the user’s clock when it is set meanwhile', () => {
    // Forward at 01:00Z: seven in the morning comes after eight hours. Back at 01:00Z: after ten.
    expect(told('2026-03-28T20:00:00Z')).toBe('2026-03-29T04:00:00.000Z')
    expect(told('2026-10-24T19:00:00Z')).toBe('2026-10-25T05:00:00.000Z')
    // Half past three is skipped that night; four o’clock is the first moment after it.
    expect(told('2026-03-28T20:00:00Z', { quietHours: { from: 1320, to: 210 } })).toBe('2026-03-29T01:00:00.000Z')
  })

  it('waits for no quiet hours that have no length', () => {
    expect(told('2026-11-21T20:00:30Z', { quietHours: { from: 1320, to: 1320 } })).toBe('2026-11-21T20:00:30.000Z')
  })
})
