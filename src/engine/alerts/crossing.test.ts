import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { accountId } from '../../shared/ids.ts'
import type { RuleState } from '../ports/alert-store.ts'
import { cross, LATE_AFTER_MS, type Line, type Outcome } from './crossing.ts'
import type { Reading } from './reading.ts'

const above100: Line = {
  at: decimal('100'),
  over: 'above',
  slack: decimal('5'),
  tells: 'over',
  first: 'baseline',
  forMs: 0,
  coolDownMs: 0,
}

function reading(value: string, freshness: Reading['freshness'] = 'fresh'): Reading {
  const about = { subject: 's', account: accountId('a'), instrument: null, words: {} }
  return { ...about, value: decimal(value), freshness, at: 0 }
}

type Look = readonly [value: string, at: number, freshness?: Reading['freshness']]

/** What is told at each look, in short. */
function told(line: Line, looks: readonly Look[], first: RuleState | null = null): readonly string[] {
  let state = first
  return looks.map(([value, at, freshness]) => {
    const step = cross('r', state, reading(value, freshness), line, at)
    state = step.outcome.kind === 'fired' ? { ...step.state, alert: `alert ${at}` } : step.state
    return short(step.outcome)
  })
}

function short(outcome: Outcome): string {
  return outcome.kind === 'fired' ? `${outcome.direction}${outcome.late ? ' late' : ''}` : outcome.kind
}

describe('a figure held against a line', () => {
  it('is told once when it crosses, and again only after it was back beyond the slack', () => {
    const looks = ['99', '100', '101', '97', '102', '94', '100'].map((value, at): Look => [value, at])
    const expected = ['nothing', 'over', 'nothing', 'nothing', 'nothing', 'cleared', 'over']
    expect(told(above100, looks)).toEqual(expected)
  })

  it('tells both directions where it is asked to', () => {
    const line: Line = { ...above100, tells: 'both', slack: decimal('0') }
    expect(
      told(line, [
        ['99', 0],
        ['101', 1],
        ['99', 2],
        ['99.5', 3],
      ]),
    ).toEqual(['nothing', 'over', 'back', 'nothing'])
  })

  it('begins to count where a price stands, and tells at once what is dangerous already', () => {
    expect(
      told(above100, [
        ['120', 0],
        ['121', 1],
      ]),
    ).toEqual(['nothing', 'nothing'])
    expect(
      told({ ...above100, first: 'alert' }, [
        ['120', 0],
        ['121', 1],
      ]),
    ).toEqual(['over', 'nothing'])
  })

  it('decides nothing from an old figure', () => {
    expect(
      told(above100, [
        ['99', 0],
        ['150', 1, 'old'],
        ['99', 2],
      ]),
    ).toEqual(['nothing', 'nothing', 'nothing'])
  })

  it('waits until it has held long enough without pause', () => {
    const line: Line = { ...above100, forMs: 1000 }
    const looks: readonly Look[] = [
      ['99', 0],
      ['101', 1],
      ['101', 900],
      ['99', 950],
      ['101', 1000],
      ['101', 2000],
    ]
    expect(told(line, looks)).toEqual(['nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'over'])
  })

  it('tells after the cool-down what still holds, and what does not hold any more never', () => {
    const line: Line = { ...above100, coolDownMs: 1000 }
    const looks: readonly Look[] = [
      ['99', 0],
      ['101', 1],
      ['90', 2],
      ['101', 3],
      ['101', 1001],
    ]
    expect(told(line, looks)).toEqual(['nothing', 'over', 'cleared', 'nothing', 'over'])
    expect(told(line, [...looks.slice(0, 4), ['90', 500], ['90', 2000]]).slice(4)).toEqual(['nothing', 'nothing'])
  })

  it('is late when nobody looked for a while', () => {
    expect(
      told(above100, [
        ['99', 0],
        ['101', LATE_AFTER_MS + 1],
      ]),
    ).toEqual(['nothing', 'over late'])
    expect(
      told(above100, [
        ['99', 0],
        ['101', LATE_AFTER_MS],
      ]),
    ).toEqual(['nothing', 'over'])
  })
})

describe('any run of figures', () => {
  const looks = fc.array(
    fc.record({
      value: fc.integer({ min: 90, max: 110 }),
      wait: fc.constantFrom(10, 500, LATE_AFTER_MS * 2),
      freshness: fc.constantFrom('fresh' as const, 'fresh' as const, 'old' as const),
      /** What was decided is lost before it was kept. */
      crash: fc.boolean(),
    }),
    { maxLength: 60 },
  )

  it('tells each change of side exactly once, whatever is lost on the way, late when late', () => {
    fc.assert(
      fc.property(looks, (steps) => {
        let now = 0
        let kept: RuleState | null = null
        const model = { side: null as 'under' | 'over' | null, seenAt: 0 }
        for (const { value, wait, freshness, crash } of steps) {
          now += wait
          const { state, outcome }: ReturnType<typeof cross> = cross(
            'r',
            kept,
            reading(String(value), freshness),
            above100,
            now,
          )
          if (crash) continue
          kept = outcome.kind === 'fired' ? { ...state, alert: 'standing' } : state
          expect(short(outcome)).toBe(expected(model, value, freshness, now))
        }
      }),
      { numRuns: 500 },
    )
  })

  /** Written anew, without the states of the code under test. */
  function expected(
    model: { side: 'under' | 'over' | null; seenAt: number; standing?: boolean },
    value: number,
    freshness: string,
    now: number,
  ): string {
    if (freshness === 'old') return 'nothing'
    const late = now - model.seenAt > LATE_AFTER_MS ? ' late' : ''
    model.seenAt = now
    const was = model.side
    if (was === null) {
      model.side = value >= 100 ? 'over' : 'under'
      return 'nothing'
    }
    if (was === 'under' && value >= 100) {
      model.side = 'over'
      model.standing = true
      return `over${late}`
    }
    if (was === 'over' && value < 95) {
      model.side = 'under'
      const said = model.standing === true ? 'cleared' : 'nothing'
      model.standing = false
      return said
    }
    return 'nothing'
  }
})
