import type { Time } from '../../shared/ids.ts'
import { approximate } from '../../shared/decimal.ts'
import type { PriceOrder } from './market.ts'
import type { Bar } from './subdivide.ts'
import { flat, HOUR, join, MINUTE, type Walk } from './walk.ts'

/** From when on the price is held by hand, or walks on from where a hand put it. */
type Segment =
  | { readonly kind: 'hold'; readonly from: Time; readonly prices: PriceOrder }
  /** `ratio` is price ÷ walk at `from`; it fades back to 1. */
  | { readonly kind: 'walk'; readonly from: Time; readonly ratio: number }

/** A hand's mark on the price is forgotten at this rate, and counts as gone after `FORGOTTEN`. */
const FADING = HOUR
const FORGOTTEN = 20 * HOUR

/** The price of one contract: its walk around the anchor, and the stretches somebody set by hand. */
export interface Course {
  at(time: Time): number
  /** The prices somebody holds at this moment. */
  held(time: Time): PriceOrder | null
  bar(from: Time, to: Time): Bar
  set(at: Time, order: PriceOrder): void
  release(at: Time): void
}

export function createCourse(walk: Walk, anchor: number): Course {
  const segments: Segment[] = [{ kind: 'walk', from: Number.NEGATIVE_INFINITY, ratio: 1 }]
  const push = (segment: Segment): void => {
    while (segments.length > 1 && (segments.at(-1)?.from ?? 0) >= segment.from) segments.pop()
    segments.push(segment)
  }
  const at = (time: Time): number => priceAt(walk, anchor, segmentAt(segments, time), time)
  const walkOn = (from: Time, price: number): void => {
    push({ kind: 'walk', from, ratio: price / (anchor * walk.at(from)) })
  }
  return {
    at,
    held: (time) => {
      const segment = segmentAt(segments, time)
      return segment.kind === 'hold' ? segment.prices : null
    },
    bar: (from, to) => barOf(walk, anchor, segments, from, to),
    set: (from, order) => {
      if (order.then === 'hold') push({ kind: 'hold', from, prices: order })
      else walkOn(from, approximate(order.last))
    },
    release: (from) => walkOn(from, at(from)),
  }
}

function segmentAt(segments: readonly Segment[], time: Time): Segment {
  return segments.findLast((segment) => segment.from <= time) ?? { kind: 'walk', from: 0, ratio: 1 }
}

function priceAt(walk: Walk, anchor: number, segment: Segment, time: Time): number {
  if (segment.kind === 'hold') return approximate(segment.prices.last)
  return anchor * walk.at(time) * ratioAt(segment, time)
}

function ratioAt(segment: Segment & { readonly kind: 'walk' }, time: Time): number {
  if (segment.ratio === 1 || time - segment.from > FORGOTTEN) return 1
  return Math.exp(Math.log(segment.ratio) * Math.exp(-(time - segment.from) / FADING))
}

function barOf(walk: Walk, anchor: number, segments: readonly Segment[], from: Time, to: Time): Bar {
  const bars = segments.flatMap((segment, index) => {
    const start = Math.max(from, segment.from)
    const end = Math.min(to, segments[index + 1]?.from ?? Number.POSITIVE_INFINITY)
    return end > start ? segmentBars(walk, anchor, segment, start, end) : []
  })
  const [first, ...rest] = bars
  return first === undefined ? flat(priceAt(walk, anchor, segmentAt(segments, from), from)) : rest.reduce(join, first)
}

function segmentBars(walk: Walk, anchor: number, segment: Segment, from: Time, to: Time): readonly Bar[] {
  if (segment.kind === 'hold') return [flat(approximate(segment.prices.last))]
  const faded = segment.ratio === 1 ? from : Math.max(from, segment.from + FORGOTTEN)
  const bars: Bar[] = []
  // Cut at whole minutes, so that candles of every interval are made of the same pieces.
  for (let start = from; start < Math.min(to, faded); start = nextMinute(start)) {
    const end = Math.min(to, faded, nextMinute(start))
    bars.push(scaled(walk.stretch(start, end), anchor * ratioAt(segment, start)))
  }
  if (to > faded) bars.push(scaled(walk.stretch(faded, to), anchor))
  return bars
}

function nextMinute(time: Time): Time {
  return Math.floor(time / MINUTE) * MINUTE + MINUTE
}

function scaled(bar: Bar, by: number): Bar {
  return { open: bar.open * by, high: bar.high * by, low: bar.low * by, close: bar.close * by }
}
