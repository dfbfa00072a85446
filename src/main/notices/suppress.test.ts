import { describe, expect, it } from 'vitest'
import type { Place } from '../../shared/desktop-rows.ts'
import { accountPlace, btc, hedge, main, noticeOf, NOW } from '../test/samples.ts'
import { isQuiet, minuteOfDay } from './quiet-hours.ts'
import { covers, suppress, type Circumstances, type Suppressed } from './suppress.ts'

const calm: Circumstances = {
  support: 'supported',
  level: 'on',
  shown: new Set(),
  eyesOn: null,
  pausedUntil: null,
  quietHours: null,
  timeZone: 'UTC',
  now: NOW,
}
const noon = { from: 11 * 60, to: 13 * 60 }

describe('whether a notice is shown', () => {
  it.each<[string, Partial<Circumstances>, Suppressed | null, Suppressed | null]>([
    ['nothing speaks against it', {}, null, null],
    ['it shall be silent', { level: 'silent' }, null, null],
    ['the system has no notices', { support: 'unsupported' }, 'unsupported', 'unsupported'],
    ['its category is off', { level: 'off' }, 'off', 'off'],
    ['it was shown', { shown: new Set(['fill main f1']) }, 'shown', 'shown'],
    ['the user looks at it', { eyesOn: accountPlace }, 'focused', 'focused'],
    ['the user looks elsewhere', { eyesOn: { ...accountPlace, tab: 'system' } }, null, null],
    ['notices are paused', { pausedUntil: NOW + 1 }, 'paused', null],
    ['the pause is over', { pausedUntil: NOW }, null, null],
    ['it is quiet', { quietHours: noon }, 'quiet', null],
  ])('when %s', (_, over, normal, critical) => {
    const about = { ...calm, ...over }
    expect(suppress(noticeOf(), about)).toBe(normal)
    expect(suppress(noticeOf({ weight: 'low' }), about)).toBe(normal)
    expect(suppress(noticeOf({ weight: 'critical' }), about)).toBe(critical)
  })
})

it('holds back an alert only where it was shown or may not be', () => {
  const about = { ...calm, eyesOn: accountPlace, pausedUntil: NOW + 1, quietHours: noon }
  const alert = noticeOf({ category: 'alert' })
  expect(suppress(alert, about)).toBeNull()
  expect(suppress(alert, { ...about, shown: new Set([alert.identity]) })).toBe('shown')
  expect(suppress(alert, { ...about, level: 'off' })).toBe('off')
})

describe('what the user looks at', () => {
  const shown = (over: Partial<Place>): Place => ({ tab: 'account', account: null, instrument: null, ...over })
  it.each<[Place, Place, boolean]>([
    [shown({ account: 'all' }), accountPlace, true],
    [shown({ account: main }), accountPlace, true],
    [shown({ account: hedge }), accountPlace, false],
    [shown({ account: main }), shown({ account: 'all' }), false],
    [shown({ account: 'all' }), shown({ account: 'all' }), true],
    [shown({ tab: 'settings' }), shown({ tab: 'settings', account: main }), true],
    [shown({ tab: 'markets', instrument: btc }), shown({ tab: 'markets', instrument: btc }), true],
    [shown({ tab: 'markets' }), shown({ tab: 'markets', instrument: btc }), false],
    [shown({ tab: 'system' }), shown({ tab: 'system' }), true],
    [shown({ tab: 'markets' }), accountPlace, false],
  ])('%j covers %j: %s', (eyesOn, place, covered) => {
    expect(covers(eyesOn, place)).toBe(covered)
  })
})

describe('quiet hours', () => {
  const at = (hour: number, minute: number): number => Date.UTC(2026, 10, 21, hour, minute)

  it('run from their first minute to before their last', () => {
    const quiet = (hour: number, minute: number): boolean => isQuiet(noon, at(hour, minute), 'UTC')
    expect([quiet(10, 59), quiet(11, 0), quiet(12, 59), quiet(13, 0)]).toEqual([false, true, true, false])
  })

  it('run over midnight', () => {
    const night = { from: 22 * 60, to: 7 * 60 }
    const quiet = (hour: number, minute: number): boolean => isQuiet(night, at(hour, minute), 'UTC')
    expect([quiet(21, 59), quiet(22, 0), quiet(0, 0), quiet(6, 59), quiet(7, 0)]).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })

  it('are none where they end as they begin', () => {
    expect(isQuiet({ from: 720, to: 720 }, NOW, 'UTC')).toBe(false)
  })

  it('are of the user’s day', () => {
    expect(minuteOfDay(at(0, 30), 'UTC')).toBe(30)
    expect(minuteOfDay(at(0, 30), 'Asia/Kathmandu')).toBe(6 * 60 + 15)
    expect(minuteOfDay(at(0, 30), 'America/St_Johns')).toBe(21 * 60)
  })
})
