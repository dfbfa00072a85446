import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountRow, START, streamRow } from '../test/rows.ts'
import { lookAround, type Sight } from './sight.ts'
import { beganAway, looked, shifted, slept, WATCHING, type Spell } from './spell.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Looks once a second for so long. */
function after(spell: Spell, sight: Sight, from: number, ms: number, heardAt: number | null = null): Spell {
  let now = spell
  for (let at = from; at <= from + ms; at += SECOND) now = looked(now, { sight, heardAt }, at)
  return now
}

describe('what is seen', () => {
  it.each([
    ['nothing', [], []],
    ['whole', [accountRow()], [streamRow(), streamRow({ stream: 'chart', required: false, state: 'down' })]],
    ['part', [accountRow()], [streamRow(), streamRow({ stream: 'prices', account: null, state: 'stale' })]],
    ['blind', [accountRow()], [streamRow({ state: 'checking' })]],
    ['blind', [accountRow({ state: 'starting' })], []],
    ['blind', [accountRow({ state: 'refused' })], []],
    ['whole', [accountRow(), accountRow({ account: 'b' as never, state: 'refused' })], [streamRow()]],
    [
      'whole',
      [accountRow()],
      [streamRow(), streamRow({ stream: 'x', account: null, kind: 'heartbeat', state: 'stale' })],
    ],
  ] as const)('is %s', (sight, accounts, streams) => {
    expect(lookAround(accounts, streams).sight).toBe(sight)
  })
})

describe('an absence', () => {
  it('begins when nothing was seen for a minute, and then counts from what was last heard', () => {
    const offline = after(WATCHING, 'blind', START, MINUTE, START - 5 * SECOND)
    expect(offline).toMatchObject({ phase: 'away', cause: 'offline', from: START - 5 * SECOND })
    expect(after(WATCHING, 'blind', START, 50 * SECOND, START - 5 * SECOND).phase).toBe('watching')
    expect(after(WATCHING, 'part', START, 5 * MINUTE)).toEqual(WATCHING)
  })

  it('begins with a sleep that is worth the name', () => {
    expect(slept(WATCHING, 59 * SECOND, START)).toEqual(WATCHING)
    expect(slept(WATCHING, 60 * MINUTE, START)).toMatchObject({
      phase: 'away',
      cause: 'sleep',
      from: START - 60 * MINUTE,
    })
  })

  it('is one with what overlaps it, under the name of what began it', () => {
    const asleep = slept(WATCHING, 60 * MINUTE, START)
    const offline = after(asleep, 'blind', START, 5 * MINUTE)
    const again = slept(offline, 10 * MINUTE, START + 15 * MINUTE)
    const back = looked(again, { sight: 'whole', heardAt: null }, START + 16 * MINUTE)
    const expected = { cause: 'sleep', from: START - 60 * MINUTE }
    expect(back).toMatchObject({ phase: 'back', ...expected, to: START + 16 * MINUTE })
    expect(looked(back, { sight: 'blind', heardAt: null }, START + 17 * MINUTE)).toMatchObject({
      phase: 'away',
      ...expected,
    })
  })

  it('is over though one stream does not come back, after some patience', () => {
    const asleep = slept(WATCHING, 60 * MINUTE, START)
    expect(after(asleep, 'part', START, 119 * SECOND).phase).toBe('away')
    expect(after(asleep, 'part', START, 121 * SECOND)).toMatchObject({ phase: 'back', to: START })
  })

  it('is none where there is nothing to see', () => {
    expect(looked(beganAway(START - MINUTE, 'restart', START), { sight: 'nothing', heardAt: null }, START)).toEqual(
      WATCHING,
    )
  })

  it('never ends before it began, and keeps its length when the clock is set', () => {
    const sight = fc.constantFrom<Sight>('blind', 'part', 'whole')
    const deed = fc.oneof(
      fc.record({ sight, ms: fc.integer({ min: 1, max: 10 * MINUTE }) }),
      fc.record({ byMs: fc.integer({ min: -86_400_000, max: 86_400_000 }) }),
      fc.record({ sleptMs: fc.integer({ min: 1, max: 86_400_000 }) }),
    )
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        let [spell, now]: [Spell, number] = [WATCHING, START]
        for (const each of deeds) {
          if ('byMs' in each) [spell, now] = [shifted(spell, each.byMs), now + each.byMs]
          else if ('sleptMs' in each)
            [spell, now] = [slept(spell, each.sleptMs, now + each.sleptMs), now + each.sleptMs]
          else [spell, now] = [looked(spell, { sight: each.sight, heardAt: now }, now + each.ms), now + each.ms]
          if (spell.phase === 'away') expect(spell.from).toBeLessThanOrEqual(now)
          if (spell.phase === 'back') expect(spell.to).toBeGreaterThanOrEqual(spell.from)
        }
      }),
    )
  })
})
