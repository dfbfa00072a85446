import { EventEmitter } from 'node:events'
import type { Display, Point, Rectangle, Screen } from 'electron'
import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'
import { present } from './present.ts'
import type { Display as GivenDisplay } from './protocol.ts'

export interface Screens {
  readonly screen: Screen
  /** Work area of the primary display. */
  area(): Rectangle
  replace(displays: readonly GivenDisplay[]): void
}

const START: GivenDisplay = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 }, scaleFactor: 1 }

export function createScreens({ strict, life }: Context): Screens {
  const events = new EventEmitter()
  const state = { displays: [describe(START)] }

  function all(): readonly Display[] {
    strict.need(life.isReady(), 'screen can only be used once the app is ready.')
    return state.displays
  }

  function nearest(point: Point): Display {
    return best(all(), (display) => -distance(point, display.bounds))
  }

  const screen = present<Screen>(events, {
    getAllDisplays: () => [...all()],
    getPrimaryDisplay: () => first(all()),
    getDisplayNearestPoint: nearest,
    getDisplayMatching: (bounds) => {
      const match = best(all(), (display) => overlap(bounds, display.bounds))
      return overlap(bounds, match.bounds) > 0 ? match : nearest(bounds)
    },
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  })

  function replace(given: readonly GivenDisplay[]): void {
    const before = state.displays
    state.displays = given.map(describe)
    for (const old of before) if (!has(state.displays, old)) events.emit('display-removed', createEvent({}), old)
    for (const now of state.displays) tellNow(before, now)
  }

  function tellNow(before: readonly Display[], now: Display): void {
    if (has(before, now)) events.emit('display-metrics-changed', createEvent({}), now, ['bounds', 'workArea'])
    else events.emit('display-added', createEvent({}), now)
  }

  return { screen, area: () => first(state.displays).workArea, replace }
}

function first(displays: readonly Display[]): Display {
  const [found] = displays
  if (found === undefined) throw new Error('A machine has at least one display.')
  return found
}

function best(displays: readonly Display[], worth: (display: Display) => number): Display {
  return displays.reduce((left, right) => (worth(right) > worth(left) ? right : left), first(displays))
}

function has(displays: readonly Display[], { id }: Display): boolean {
  return displays.some((each) => each.id === id)
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

function distance({ x, y }: Point, bounds: Rectangle): number {
  const aside = Math.max(bounds.x - x, 0, x - (bounds.x + bounds.width))
  const above = Math.max(bounds.y - y, 0, y - (bounds.y + bounds.height))
  return Math.hypot(aside, above)
}

function describe({ id, workArea, scaleFactor }: GivenDisplay): Display {
  const size = { width: workArea.width, height: workArea.height }
  return {
    id,
    label: `Display ${id}`,
    bounds: workArea,
    workArea,
    size,
    workAreaSize: size,
    scaleFactor,
    accelerometerSupport: 'unavailable',
    colorDepth: 24,
    colorSpace: '',
    depthPerComponent: 8,
    detected: true,
    displayFrequency: 60,
    internal: false,
    maximumCursorSize: { width: 64, height: 64 },
    monochrome: false,
    nativeOrigin: { x: workArea.x, y: workArea.y },
    rotation: 0,
    touchSupport: 'unavailable',
  }
}
