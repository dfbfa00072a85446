import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentence, type Sentence } from '../../../shared/sentence.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { allClearDue } from './all-clear.ts'
import { startDaily } from './daily.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** The clock runs for a while in the user's zone; answers when all-clears were told, by the user's clock. */
function told(
  timeZone: string,
  at: number,
  start: number,
  days: number,
  deeds: (clock: ReturnType<typeof createManualClock>, day: number) => void = () => undefined,
) {
  const clock = createManualClock(start)
  const alerts = new Map<string, number>()
  const facts = () => ({ now: clock.now(), timeZone, at, accounts: 1, alerts: 0, undelivered: 0 })
  const stop = startDaily(clock, {
    facts,
    whyNotClear: () => null,
    withheld: () => undefined,
    isTold: (alert) => alerts.has(alert),
    tell: ({ alert }) => {
      if (alerts.has(alert)) throw new Error(`${alert} twice`)
      alerts.set(alert, clock.now())
    },
  })
  for (let day = 0; day < days; day += 1) {
    deeds(clock, day)
    clock.advance(DAY)
  }
  stop()
  return [...alerts].map(([alert, moment]) => `${alert.slice('all-clear '.length)} ${clockOf(moment, timeZone)}`)
}

const clockOf = (moment: number, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment)

describe('the all-clear', () => {
  it('comes once a day, at the minute of the user’s zone', () => {
    const start = Date.UTC(2026, 10, 20, 0, 0)
    expect(told('Europe/Sofia', 480, start, 3)).toEqual(['2026-11-20 08:00', '2026-11-21 08:00', '2026-11-22 08:00'])
  })

  it.each([
    ['the hour is skipped', 'Europe/Sofia', 210, Date.UTC(2026, 2, 28, 10), ['2026-03-29 04:00', '2026-03-30 03:30']],
    [
      'the hour is skipped at its beginning',
      'Europe/Sofia',
      180,
      Date.UTC(2026, 2, 28, 10),
      ['2026-03-29 04:00', '2026-03-30 03:00'],
    ],
    ['the hour comes twice', 'Europe/Sofia', 210, Date.UTC(2026, 9, 24, 10), ['2026-10-25 03:30', '2026-10-26 03:30']],
    ['midnight is skipped', 'America/Santiago', 10, Date.UTC(2026, 8, 5, 10), ['2026-09-06 01:00', '2026-09-07 00:10']],
  ])('comes once where %s', (_, zone, at, start, expected) => {
    expect(told(zone, at, start, 2)).toEqual(expected)
  })

  it('comes a little late after a sleep, and not at all after a long one', () => {
    const start = Date.UTC(2026, 10, 20, 7, 0)
    const sleep = (ms: number) => (clock: ReturnType<typeof createManualClock>, day: number) =>
      void (day === 0 && clock.jump(ms, 'sleep'))
    expect(told('UTC', 480, start, 1, sleep(100 * MINUTE))).toEqual(['2026-11-20 08:40', '2026-11-21 08:00'])
    expect(told('UTC', 480, start, 1, sleep(121 * MINUTE))).toEqual(['2026-11-21 08:00'])
  })

  it('comes once for each day however the clock is set', () => {
    const step = fc.integer({ min: -3 * DAY, max: 3 * DAY })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 1439 }), (steps, at) => {
        const days = told('Europe/Sofia', at, Date.UTC(2026, 9, 20), steps.length, (clock, day) =>
          clock.jump(steps[day] ?? 0),
        )
        expect(new Set(days.map((each) => each.slice(0, 10))).size).toBe(days.length)
      }),
      { numRuns: 5 },
    )
  })

  it('is not due where none is wished for', () => {
    expect(allClearDue({ now: 0, timeZone: 'UTC', at: null })).toBeNull()
  })
})

it('an all-clear waits until all is well, for an hour at most, and says why', async () => {
  const clock = createManualClock(Date.UTC(2026, 10, 20, 7, 59))
  const alerts: string[] = []
  const why = sentence('all-clear.not-fresh', { stream: 'Main private' })
  const now = { why: why as Sentence | null, shown: null as Sentence | null }
  startDaily(clock, {
    facts: () => ({ now: clock.now(), timeZone: 'UTC', at: 480, accounts: 2, alerts: 3, undelivered: 0 }),
    whyNotClear: () => now.why,
    withheld: (said) => void (now.shown = said),
    isTold: (alert) => alerts.includes(alert),
    tell: ({ alert, title }) => void alerts.push(alert, title.values['accounts'] ?? ''),
  })
  await clock.pass(10 * MINUTE)
  expect([alerts, now.shown]).toEqual([[], why])
  now.why = null
  await clock.pass(MINUTE)
  expect([alerts, now.shown]).toEqual([['all-clear 2026-11-20', '2'], null])
  now.why = why
  await clock.pass(DAY + 61 * MINUTE)
  now.why = null
  await clock.pass(10 * MINUTE)
  expect([alerts.length, now.shown]).toEqual([2, why])
})
