import type { WindowMemory } from '../choices/desktop-file.ts'

/** In device-independent pixels of the whole desktop. */
export type Bounds = NonNullable<WindowMemory['bounds']>

export interface WorkArea {
  readonly workArea: Bounds
}

export const SMALLEST = { width: 640, height: 480 } as const
const USUAL = { width: 1440, height: 900 } as const

/**
 * Where the window opens: as it was, moved and shrunk until all of it lies on the display that shows most of it, else
 * on the nearest; the first time in the middle of the primary one, which is the first given. On a display smaller than
 * the smallest window it begins at that display's corner.
 */
export function placeWindow(saved: Bounds | null, displays: readonly [WorkArea, ...WorkArea[]]): Bounds {
  if (saved === null) return middleOf(displays[0].workArea)
  const { workArea } = nearest(saved, displays)
  const size = sizeWithin(saved, workArea)
  return {
    ...size,
    x: within(saved.x, workArea.x, workArea.width - size.width),
    y: within(saved.y, workArea.y, workArea.height - size.height),
  }
}

export function isSamePlace(one: Bounds, other: Bounds): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
}

function middleOf(workArea: Bounds): Bounds {
  const size = sizeWithin(USUAL, workArea)
  return {
    ...size,
    x: workArea.x + Math.max(0, Math.floor((workArea.width - size.width) / 2)),
    y: workArea.y + Math.max(0, Math.floor((workArea.height - size.height) / 2)),
  }
}

function sizeWithin(size: Pick<Bounds, 'width' | 'height'>, workArea: Bounds): Pick<Bounds, 'width' | 'height'> {
  return {
    width: Math.max(SMALLEST.width, Math.min(size.width, workArea.width)),
    height: Math.max(SMALLEST.height, Math.min(size.height, workArea.height)),
  }
}

function within(at: number, start: number, room: number): number {
  return Math.max(start, Math.min(at, start + Math.max(0, room)))
}

function nearest(saved: Bounds, [first, ...others]: readonly [WorkArea, ...WorkArea[]]): WorkArea {
  return others.reduce<WorkArea>((best, each) => (isNearer(saved, each, best) ? each : best), first)
}

function isNearer(saved: Bounds, one: WorkArea, other: WorkArea): boolean {
  const [seen, seenOther] = [overlap(saved, one.workArea), overlap(saved, other.workArea)]
  return seen === seenOther ? distance(saved, one.workArea) < distance(saved, other.workArea) : seen > seenOther
}

function overlap(one: Bounds, other: Bounds): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}

/** Between the two middles, squared. */
function distance(one: Bounds, other: Bounds): number {
  const across = one.x + one.width / 2 - (other.x + other.width / 2)
  const down = one.y + one.height / 2 - (other.y + other.height / 2)
  return across * across + down * down
}
