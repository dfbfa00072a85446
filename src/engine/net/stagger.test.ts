import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../test/fake-random.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { createStagger } from './stagger.ts'

describe('staggered starts', () => {
  it('come one after another, at least the spacing apart', async () => {
    const clock = createManualClock(0)
    const stagger = createStagger({ clock, random: createSeededRandom(3) }, () => 0)
    const starts: number[] = []
    for (let account = 0; account < 10; account += 1) stagger.turn(() => starts.push(clock.monotonic()))
    await clock.pass(10_000)
    expect(starts).toHaveLength(10)
    expect(starts[0]).toBe(0)
    for (let index = 1; index < 10; index += 1) expect(starts[index]! - starts[index - 1]!).toBeGreaterThanOrEqual(400)
  })

  it('wait while the budget is busy, and can be called off', async () => {
    const clock = createManualClock(0)
    const load = { value: 0.9 }
    const stagger = createStagger({ clock, random: createSeededRandom(3) }, () => load.value)
    const starts: string[] = []
    stagger.turn(() => starts.push('kept'))
    const callOff = stagger.turn(() => starts.push('called off'))
    await clock.pass(5000)
    expect(starts).toEqual([])
    callOff()
    load.value = 0.1
    await clock.pass(5000)
    expect(starts).toEqual(['kept'])
    expect(clock.waiting).toBe(0)
  })
})
