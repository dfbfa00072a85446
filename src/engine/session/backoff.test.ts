import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoff, keepBackoff } from './backoff.ts'

const chance = fc.double({ min: 0, max: 0.999, noNaN: true })

describe('back-off', () => {
  it('is spread over everything up to a ceiling that doubles to 30 s', () => {
    const ceilings = [0, 1, 2, 3, 4, 5, 50].map((attempts) => backoff(attempts, 0.9999999, 0))
    expect(ceilings).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    expect(backoff(5, 0, 0)).toBe(0)
  })

  it('never comes before the time the exchange asked for', () => {
    fc.assert(
      fc.property(fc.nat(100), chance, fc.integer({ min: 1, max: 3_600_000 }), (attempts, luck, asked) => {
        expect(backoff(attempts, luck, asked)).toBeGreaterThanOrEqual(asked)
      }),
    )
  })

  it('keeps a ticket with few and calm tries', () => {
    expect([0, 1, 2, 3, 99].map(keepBackoff)).toEqual([5000, 15_000, 60_000, 60_000, 60_000])
  })
})
