import type { Time } from '../../shared/ids.ts'
import { hashPair, hashText } from '../chance.ts'
import { remember } from './memory.ts'
import { height, layeredNoise } from './noise.ts'
import { subdivide, type Bar, type Parts } from './subdivide.ts'

export const TICK = 100
export const SECOND = 1000
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000

/** On this day (2026-11-21) the walk passes through its anchor, so prices look like their date. */
const ANCHOR_DAY = 20_778
const REMEMBERED_DAYS = 3_000

/**
 * Each level is cut into parts that are the next level's wholes: day, hour, minute, second, tick. Charts come back to
 * the same days and hours, the present alone needs minutes and seconds, so few of these are remembered.
 */
const LEVELS = [
  { width: DAY, parts: 24, remembered: 400 },
  { width: HOUR, parts: 60, remembered: 300 },
  { width: MINUTE, parts: 60, remembered: 24 },
  { width: SECOND, parts: 10, remembered: 24 },
] as const

/** The price of one thing relative to its anchor: a function of time alone, finer the closer one looks. */
export interface Walk {
  /** Held since the last whole tenth of a second. */
  at(time: Time): number
  /** [from, to) on the grid of tenths; a flat bar when they meet. */
  stretch(from: Time, to: Time): Bar
  /** Average days of trading since 1970; the difference between two moments is what was traded between. */
  traded(time: Time): number
}

/** A bar with its place in time, so that it can be cut. */
interface Placed {
  readonly bar: Bar
  readonly depth: number
  readonly start: Time
}

type Cut = (placed: Placed) => Parts

export function createWalk(seed: number, name: string, volatility: number): Walk {
  const own = hashPair(seed, hashText(name))
  const common = hashPair(seed, hashText('the market'))
  const drift = (day: number): number => 0.6 * layeredNoise(common, day) + 0.8 * layeredNoise(own, day)
  const level = (day: number): number => Math.exp(volatility * (drift(day) - drift(ANCHOR_DAY)))
  const dayBar = remember(REMEMBERED_DAYS, (day) =>
    wholeDay(level(day), level(day + 1), hashPair(own, day), volatility),
  )
  const whole = (day: number): Placed => ({ bar: dayBar(day), depth: 0, start: day * DAY })
  const cut = createCuts(own)
  return {
    at: (time) => openAt(cut, whole(Math.floor(time / DAY)), time),
    stretch: (from, to) => stretchOf(cut, whole, onTick(from), onTick(to)),
    traded: (time) => tradedAt(cut, whole(Math.floor(time / DAY)), time, own),
  }
}

export function flat(price: number): Bar {
  return { open: price, high: price, low: price, close: price }
}

/** Two bars of which the second follows the first. */
export function join(a: Bar, b: Bar): Bar {
  return { open: a.open, high: Math.max(a.high, b.high), low: Math.min(a.low, b.low), close: b.close }
}

function onTick(time: Time): Time {
  return Math.floor(time / TICK) * TICK
}

/** Cuts are remembered per depth: candles ask for the same hours again and again. */
function createCuts(own: number): Cut {
  const known = LEVELS.map(() => new Map<Time, Parts>())
  return ({ bar, depth, start }) => {
    const { parts, remembered } = LEVELS[depth] ?? { parts: 1, remembered: 1 }
    const memory = known[depth] ?? new Map<Time, Parts>()
    const found = memory.get(start)
    if (found !== undefined) return found
    if (memory.size >= remembered) memory.clear()
    const made = subdivide(bar, parts, hashPair(own + depth, start / TICK))
    memory.set(start, made)
    return made
  }
}

function stretchOf(cut: Cut, whole: (day: number) => Placed, from: Time, to: Time): Bar {
  if (to <= from) return flat(openAt(cut, whole(Math.floor(from / DAY)), from))
  let sum: Bar | null = null
  for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
    const bar = within(cut, whole(day), from, to)
    sum = sum === null || bar === null ? (bar ?? sum) : join(sum, bar)
  }
  return sum ?? flat(1)
}

/** The part of a placed bar that lies in [from, to), or null. */
function within(cut: Cut, placed: Placed, from: Time, to: Time): Bar | null {
  const level = LEVELS[placed.depth]
  const end = placed.start + (level?.width ?? TICK)
  if (end <= from || placed.start >= to) return null
  if (level === undefined || (placed.start >= from && end <= to)) return placed.bar
  const width = level.width / level.parts
  const last = Math.min(level.parts, Math.ceil((to - placed.start) / width))
  let sum: Bar | null = null
  for (let index = Math.max(0, Math.floor((from - placed.start) / width)); index < last; index++) {
    const bar = within(cut, childOf(cut, placed, index), from, to)
    sum = sum === null || bar === null ? (bar ?? sum) : join(sum, bar)
  }
  return sum
}

function childOf(cut: Cut, placed: Placed, index: number): Placed {
  const level = LEVELS[placed.depth]
  const width = level === undefined ? TICK : level.width / level.parts
  return {
    bar: cut(placed).bars[index] ?? placed.bar,
    depth: placed.depth + 1,
    start: placed.start + index * width,
  }
}

function openAt(cut: Cut, day: Placed, time: Time): number {
  let placed = day
  for (const { width, parts } of LEVELS) {
    // A bar opens where its first part does: on the hour no minute need be cut.
    if (placed.start === time) break
    placed = childOf(cut, placed, Math.floor((time - placed.start) / (width / parts)))
  }
  return placed.bar.open
}

function tradedAt(cut: Cut, day: Placed, time: Time, own: number): number {
  let placed = day
  const index = day.start / DAY
  let share = cumulative(own, index)
  let size = cumulative(own, index + 1) - share
  for (const { width, parts } of LEVELS) {
    if (placed.start === time) break
    const part = Math.floor((time - placed.start) / (width / parts))
    const { volume } = cut(placed)
    const before = volume[part] ?? 0
    share += size * before
    size *= (volume[part + 1] ?? 1) - before
    placed = childOf(cut, placed, part)
  }
  return share
}

/** Trading up to the beginning of a day: busy and quiet days, the same on average. */
function cumulative(own: number, day: number): number {
  return day - ANCHOR_DAY + 0.4 * height(own + 7, day)
}

function wholeDay(open: number, close: number, place: number, volatility: number): Bar {
  const reach = (Math.max(open, close) * volatility) / 2
  const wick = (index: number): number => reach * (0.7 + height(place, index) / 2)
  return { open, close, high: Math.max(open, close) + wick(1), low: Math.min(open, close) - wick(2) }
}
