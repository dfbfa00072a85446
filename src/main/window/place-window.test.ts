import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSamePlace, placeWindow, SMALLEST, type Bounds, type WorkArea } from './place-window.ts'

const wide: WorkArea = { workArea: { x: 0, y: 25, width: 1920, height: 1055 } }
const right: WorkArea = { workArea: { x: 1920, y: 0, width: 2560, height: 1440 } }
const left: WorkArea = { workArea: { x: -1280, y: 0, width: 1280, height: 1024 } }

describe('the first time', () => {
  it('stands in the middle of the primary display', () => {
    expect(placeWindow(null, [wide, right])).toEqual({ x: 240, y: 102, width: 1440, height: 900 })
  })

  it('is no larger than that display', () => {
    const small = { workArea: { x: 0, y: 0, width: 1280, height: 720 } }
    expect(placeWindow(null, [small, right])).toEqual(small.workArea)
  })
})

describe('afterwards', () => {
  it.each<[string, Bounds, Bounds]>([
    ['stays where it was', { x: 100, y: 100, width: 1200, height: 800 }, { x: 100, y: 100, width: 1200, height: 800 }],
    [
      'stays on its display',
      { x: 2000, y: 10, width: 2000, height: 1400 },
      { x: 2000, y: 10, width: 2000, height: 1400 },
    ],
    [
      'belongs where most of it is',
      { x: 1500, y: 100, width: 1000, height: 800 },
      { x: 1920, y: 100, width: 1000, height: 800 },
    ],
    [
      'comes down from under a menu bar',
      { x: 0, y: 0, width: 800, height: 600 },
      { x: 0, y: 25, width: 800, height: 600 },
    ],
    [
      'comes back from a display that is gone',
      { x: -1200, y: 0, width: 800, height: 600 },
      { x: 0, y: 25, width: 800, height: 600 },
    ],
    [
      'comes to the nearest one',
      { x: 5000, y: 200, width: 800, height: 600 },
      { x: 3680, y: 200, width: 800, height: 600 },
    ],
    ['shrinks to its display', { x: 0, y: 0, width: 9000, height: 9000 }, { x: 1920, y: 0, width: 2560, height: 1440 }],
    [
      'grows to what can be used',
      { x: 300, y: 300, width: 10, height: 10 },
      { x: 300, y: 300, width: 640, height: 480 },
    ],
  ])('%s', (_, saved, placed) => {
    expect(placeWindow(saved, [wide, right])).toEqual(placed)
  })

  it('stays on a display left of the primary one', () => {
    const saved = { x: -1200, y: 50, width: 1000, height: 700 }
    expect(placeWindow(saved, [wide, left])).toEqual(saved)
  })

  it('begins at the corner of a display that is smaller than the smallest window', () => {
    const tiny = { workArea: { x: 10, y: 20, width: 320, height: 240 } }
    expect(placeWindow({ x: 900, y: 900, width: 700, height: 500 }, [tiny])).toEqual({ x: 10, y: 20, ...SMALLEST })
  })
})

const place = fc.integer({ min: -8000, max: 8000 })
const bounds = fc.record({
  x: place,
  y: place,
  width: fc.integer({ min: 1, max: 12_000 }),
  height: fc.integer({ min: 1, max: 12_000 }),
})
const display = fc
  .record({
    x: place,
    y: place,
    width: fc.integer({ min: 640, max: 8000 }),
    height: fc.integer({ min: 480, max: 5000 }),
  })
  .map((workArea): WorkArea => ({ workArea }))
const displays = fc
  .tuple(display, fc.array(display, { maxLength: 4 }))
  .map(([first, others]): [WorkArea, ...WorkArea[]] => [first, ...others])

function isInside(one: Bounds, other: Bounds): boolean {
  return (
    one.x >= other.x &&
    one.y >= other.y &&
    one.x + one.width <= other.x + other.width &&
    one.y + one.height <= other.y + other.height
  )
}

it('is always wholly inside one work area, and large enough', () => {
  fc.assert(
    fc.property(fc.option(bounds), displays, (saved, all) => {
      const placed = placeWindow(saved, all)
      expect(all.some(({ workArea }) => isInside(placed, workArea))).toBe(true)
      expect(placed.width).toBeGreaterThanOrEqual(SMALLEST.width)
      expect(placed.height).toBeGreaterThanOrEqual(SMALLEST.height)
      expect(Object.values(placed).every(Number.isInteger)).toBe(true)
    }),
  )
})

it('moves nothing that stands well, so that it does not creep from start to start', () => {
  fc.assert(
    fc.property(fc.option(bounds), displays, (saved, all) => {
      const placed = placeWindow(saved, all)
      const again = placeWindow(placed, all)
      // Overlapping displays aside, where either may be taken for the one it is on.
      if (all.filter(({ workArea }) => isInside(placed, workArea)).length === 1) expect(again).toEqual(placed)
      expect(isSamePlace(again, placeWindow(again, all))).toBe(true)
    }),
  )
})
