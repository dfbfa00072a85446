import { expect, it } from 'vitest'
import { calm } from './use-equity-series.ts'

const span = (minValue: number, maxValue: number) => calm({ priceRange: { minValue, maxValue } })?.priceRange

it('spans at least a five-hundredth of the equity, around the same middle', () => {
  expect(span(10_000, 10_000.02)).toEqual({
    minValue: expect.closeTo(9_990.01, 2),
    maxValue: expect.closeTo(10_010.01, 2),
  })
  expect(span(-10_000, -10_000)).toEqual({ minValue: -10_010, maxValue: -9_990 })
})

it('leaves a wider scale and an empty one as they are', () => {
  expect(span(9_000, 11_000)).toEqual({ minValue: 9_000, maxValue: 11_000 })
  expect(calm(null)).toBeNull()
  expect(calm({ priceRange: null })).toEqual({ priceRange: null })
})
