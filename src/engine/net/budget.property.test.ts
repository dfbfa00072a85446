import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Budget } from '../ports/venue.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { correct, createBucket, used, waitFor } from './budget.ts'
import { createCanceller } from './cancellation.ts'
import { createGate } from './gate.ts'

const budgets: readonly Budget[] = [
  { host: 'rest', bucket: 'weight', limit: 20, windowMs: 1000 },
  { host: 'rest', bucket: 'burst', limit: 5, windowMs: 100 },
]

const request = fc.record({
  after: fc.integer({ min: 0, max: 400 }),
  weight: fc.integer({ min: 0, max: 8 }),
  burst: fc.integer({ min: 0, max: 3 }),
  urgency: fc.constantFrom('live' as const, 'history' as const),
})

describe('budgets', () => {
  it('are never exceeded in any window, and everybody gets through in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 60 }), async (requests) => {
        const clock = createManualClock(0)
        const gate = createGate(clock, budgets, () => undefined)
        const left: { at: number; cost: Readonly<Record<string, number>> }[] = []
        for (const { after, weight, burst, urgency } of requests) {
          await clock.pass(after)
          const cost = { weight, burst }
          const admission = { urgency, patienceMs: 0, cancellation: createCanceller() }
          void gate.admit({ host: 'rest', cost }, admission).then(() => left.push({ at: clock.monotonic(), cost }))
        }
        await clock.runAll()
        expect(left).toHaveLength(requests.length)
        for (const { bucket, limit, windowMs } of budgets)
          for (const { at } of left) {
            const within = left.filter((other) => other.at >= at && other.at < at + windowMs)
            expect(within.reduce((sum, { cost }) => sum + (cost[bucket] ?? 0), 0)).toBeLessThanOrEqual(limit)
          }
      }),
      { numRuns: 100 },
    )
  })

  it('wait exactly until enough of the window is over', () => {
    const budget: Budget = { host: 'rest', bucket: 'weight', limit: 10, windowMs: 1000 }
    const full = correct(createBucket(budget), { bucket: 'weight', used: 8, limit: null }, 100)
    expect(waitFor(full, 2, 1, 500)).toBe(0)
    expect(waitFor(full, 3, 1, 500)).toBe(600)
    expect(waitFor(full, 50, 1, 500)).toBe(600)
    expect(used(full, 1100)).toBe(0)
  })

  it('believe the exchange when it counts more than we do, or allows less, and only then', () => {
    const budget: Budget = { host: 'rest', bucket: 'weight', limit: 10, windowMs: 1000 }
    const more = correct(createBucket(budget), { bucket: 'weight', used: 7, limit: 50 }, 0)
    expect([used(more, 0), more.limit]).toEqual([7, 10])
    const less = correct(more, { bucket: 'weight', used: 3, limit: 6 }, 0)
    expect([used(less, 0), less.limit]).toEqual([7, 6])
  })
})
