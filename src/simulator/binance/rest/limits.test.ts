import { describe, expect, it } from 'vitest'
import { createWeightLimits } from './limits.ts'

const MINUTE = 60_000
const NOW = 1_795_257_600_000

describe('request weight', () => {
  it('adds up per address within a fixed minute and starts anew with the next', () => {
    const limits = createWeightLimits(100)
    expect(limits.spend('a', 40, NOW)).toEqual({ kind: 'served', used: 40 })
    expect(limits.spend('a', 60, NOW + 59_999)).toEqual({ kind: 'served', used: 100 })
    expect(limits.spend('b', 1, NOW)).toEqual({ kind: 'served', used: 1 })
    expect(limits.spend('a', 1, NOW + MINUTE)).toEqual({ kind: 'served', used: 1 })
  })

  it('asks for the rest of the minute once it is spent', () => {
    const limits = createWeightLimits(100)
    limits.spend('a', 100, NOW)
    expect(limits.spend('a', 1, NOW + 20_000)).toEqual({ kind: 'limited', used: 101, retryAfterMs: 40_000 })
  })

  it('bans who goes on regardless, and longer each time', () => {
    const limits = createWeightLimits(1)
    const hammer = (from: number) => {
      for (let turn = 0; turn < 12; turn += 1) limits.spend('a', 1, from)
      return limits.spend('a', 1, from)
    }
    expect(hammer(NOW)).toMatchObject({ kind: 'banned', until: NOW + 2 * MINUTE })
    expect(limits.spend('a', 1, NOW + 2 * MINUTE - 1)).toMatchObject({ kind: 'banned' })
    expect(limits.spend('a', 1, NOW + 2 * MINUTE)).toEqual({ kind: 'served', used: 1 })
    expect(hammer(NOW + 3 * MINUTE)).toMatchObject({ kind: 'banned', until: NOW + 7 * MINUTE })
  })

  it('forgives a quiet minute', () => {
    const limits = createWeightLimits(1)
    for (let turn = 0; turn < 10; turn += 1) limits.spend('a', 1, NOW)
    expect(limits.spend('a', 2, NOW + 2 * MINUTE)).toMatchObject({ kind: 'limited' })
    expect(limits.spend('a', 2, NOW + 2 * MINUTE)).toMatchObject({ kind: 'limited' })
  })
})
