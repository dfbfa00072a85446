import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { createPriceWindow } from './price-window.ts'

const WITHIN_MS = 60_000

it('knows nothing of a move before time has passed', () => {
  const window = createPriceWindow(WITHIN_MS)
  expect(window.extremes(0)).toBeNull()
  window.heard(decimal('5'), 0)
  window.heard(decimal('9'), 10)
  expect(window.extremes(10)).toBeNull()
})

it('forgets what is older than it, and all of it when nothing is heard any more', () => {
  const window = createPriceWindow(WITHIN_MS)
  window.heard(decimal('1'), 0)
  window.heard(decimal('5'), 30_000)
  window.heard(decimal('4'), 50_000)
  expect(window.extremes(50_000)).toEqual({ low: '1', high: '5', last: '4' })
  expect(window.extremes(61_000)).toEqual({ low: '4', high: '5', last: '4' })
  expect(window.extremes(200_000)).toBeNull()
})

it('begins anew with a clock that was set back, and grows by nothing', () => {
  const window = createPriceWindow(WITHIN_MS)
  window.heard(decimal('1'), 3_600_000)
  window.heard(decimal('9'), 3_630_000)
  for (const at of [0, 30_000]) window.heard(decimal('9'), at)
  expect(window.extremes(30_000)).toEqual({ low: '9', high: '9', last: '9' })
  window.heard(decimal('8'), 3_601_000)
  expect(window.extremes(3_601_000)).toBeNull()
})

const step = fc.record({ afterMs: fc.integer({ min: 0, max: 9_000 }), price: fc.integer({ min: 1, max: 50 }) })

it('finds the lowest and the highest price to within a stretch, however often it is asked', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 60 }), (steps) => {
      const window = createPriceWindow(WITHIN_MS)
      const all: { readonly at: number; readonly price: number }[] = []
      const now = { at: 0 }
      for (const { afterMs, price } of steps) {
        now.at += afterMs
        all.push({ at: now.at, price })
        window.heard(decimal(String(price)), now.at)
        const found = window.extremes(now.at)
        if (found === null) continue
        const surely = all.filter(({ at }) => at > now.at - WITHIN_MS + WITHIN_MS / 60)
        const perhaps = all.filter(({ at }) => at >= now.at - WITHIN_MS)
        expect(Number(found.low)).toBeLessThanOrEqual(Math.min(...surely.map((each) => each.price)))
        expect(Number(found.low)).toBeGreaterThanOrEqual(Math.min(...perhaps.map((each) => each.price)))
        expect(Number(found.high)).toBeGreaterThanOrEqual(Math.max(...surely.map((each) => each.price)))
        expect(Number(found.high)).toBeLessThanOrEqual(Math.max(...perhaps.map((each) => each.price)))
        expect(found.last).toBe(String(price))
      }
    }),
  )
})
