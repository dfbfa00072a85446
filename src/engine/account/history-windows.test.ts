import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Coverage } from '../ports/store.ts'
import { nextWindow, OVERLAP_MS, unproven } from './history-windows.ts'

const stretch = fc.tuple(fc.nat(1_000_000), fc.nat(200_000)).map(([from, length]) => ({ from, to: from + length }))

function covers(coverage: readonly Coverage[], at: number): boolean {
  return coverage.some(({ from, to }) => from <= at && at <= to)
}

describe('unproven stretches', () => {
  it('are exactly the moments that no coverage holds', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), fc.nat(1_200_000), (coverage, at) => {
        expect(covers(unproven(coverage, 0, 1_200_000), at)).toBe(!covers(coverage, at))
      }),
    )
  })

  it('are everything on a first run and nothing when all is proven', () => {
    expect(unproven([], 5, 9)).toEqual([{ from: 5, to: 9 }])
    expect(unproven([{ from: 0, to: 20 }], 5, 9)).toEqual([])
  })
})

describe('the next window', () => {
  const reach = { windowMs: 1_000_000, from: 0, to: 10_000_000 }

  it('is the newest, no longer than the exchange answers for', () => {
    expect(nextWindow([], reach)).toEqual({ from: 9_000_001, to: 10_000_000 })
  })

  it('after an outage begins a minute before the last proven point', () => {
    expect(nextWindow([{ from: 0, to: 9_500_000 }], reach)).toEqual({ from: 9_500_001 - OVERLAP_MS, to: 10_000_000 })
  })

  it('proves everything in finitely many steps, newest first, whatever was proven before', () => {
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 6 }),
        fc.integer({ min: 100_000, max: 900_000 }),
        (before, windowMs) => {
          const proven = [...before]
          const all = { windowMs, from: 0, to: 1_500_000 }
          let newest = Infinity
          for (let window = nextWindow(proven, all); window !== null; window = nextWindow(proven, all)) {
            expect(window.to - window.from).toBeLessThan(windowMs)
            expect(window.to).toBeLessThan(newest)
            newest = window.to
            proven.push(window)
          }
          expect(unproven(proven, 0, 1_500_000)).toEqual([])
        },
      ),
    )
  })
})
