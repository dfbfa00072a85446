import type { Stop } from '../../shared/link.ts'
import type { Clock } from '../ports/clock.ts'
import type { MarketFeed } from '../ports/feed.ts'
import type { MarketLine } from './market-line.ts'
import type { PriceSource } from './price-entry.ts'

/** All connections of one feed, and which of them carries which topic. Topics are counted: each user wants its own. */
export interface FeedLines {
  readonly feed: MarketFeed
  want(topic: string): void
  unwant(topic: string): void
  sourceOf(topic: string): PriceSource | null
  stop(): void
}

interface Lines {
  readonly feed: MarketFeed
  readonly openLine: (topics: readonly string[]) => MarketLine
  readonly counts: Map<string, number>
  readonly carriers: Map<string, MarketLine>
  readonly changed: Set<string>
  readonly lines: Set<MarketLine>
}

/** A page that opens asks for many instruments one after another; together they are one message. */
const GATHER_MS = 50

export function createFeedLines(
  clock: Clock,
  feed: MarketFeed,
  openLine: (topics: readonly string[]) => MarketLine,
): FeedLines {
  const lines: Lines = {
    feed,
    openLine,
    counts: new Map(),
    carriers: new Map(),
    changed: new Set(),
    lines: new Set(),
  }
  const timer: { stop: Stop | null } = { stop: null }

  function count(topic: string, by: 1 | -1): void {
    lines.counts.set(topic, (lines.counts.get(topic) ?? 0) + by)
    lines.changed.add(topic)
    timer.stop ??= clock.after(GATHER_MS, () => {
      timer.stop = null
      distribute(lines)
    })
  }

  return {
    feed,
    want: (topic) => count(topic, 1),
    unwant: (topic) => count(topic, -1),
    sourceOf: (topic) => lines.carriers.get(topic) ?? null,
    stop: () => {
      timer.stop?.()
      for (const line of lines.lines) line.stop()
      lines.lines.clear()
      lines.carriers.clear()
    },
  }
}

function distribute(lines: Lines): void {
  const changed = [...lines.changed]
  lines.changed.clear()
  release(
    lines,
    changed.filter((topic) => isOver(lines, topic)),
  )
  place(
    lines,
    changed.filter((topic) => !isOver(lines, topic) && !lines.carriers.has(topic)),
  )
}

function isOver(lines: Lines, topic: string): boolean {
  return (lines.counts.get(topic) ?? 0) <= 0
}

function release(lines: Lines, topics: readonly string[]): void {
  const byLine = new Map<MarketLine, string[]>()
  for (const topic of topics) {
    lines.counts.delete(topic)
    const line = lines.carriers.get(topic)
    if (line === undefined || !lines.carriers.delete(topic)) continue
    line.topics.delete(topic)
    byLine.set(line, [...(byLine.get(line) ?? []), topic])
  }
  for (const [line, gone] of byLine) {
    if (line.topics.size > 0) line.session.unwant(gone)
    else closeLine(lines, line)
  }
}

function closeLine(lines: Lines, line: MarketLine): void {
  line.stop()
  lines.lines.delete(line)
}

/** Fills connections that have room before it opens another. */
function place(lines: Lines, topics: readonly string[]): void {
  let rest = topics
  for (const line of lines.lines) {
    const fitting = rest.slice(0, Math.max(0, lines.feed.pace.topicsPerConnection - line.topics.size))
    rest = rest.slice(fitting.length)
    if (fitting.length > 0) assign(lines, line, fitting, () => line.session.want(fitting))
  }
  while (rest.length > 0) {
    const fitting = rest.slice(0, lines.feed.pace.topicsPerConnection)
    rest = rest.slice(fitting.length)
    const line = lines.openLine(fitting)
    lines.lines.add(line)
    assign(lines, line, fitting, () => undefined)
  }
}

function assign(lines: Lines, line: MarketLine, topics: readonly string[], tell: () => void): void {
  for (const topic of topics) {
    line.topics.add(topic)
    lines.carriers.set(topic, line)
  }
  tell()
}
