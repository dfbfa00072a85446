import type { Stop } from '../../../shared/link.ts'
import { assertNever } from '../../../shared/result.ts'
import type { World } from '../../face.ts'
import { createBookFeed } from './book-feed.ts'
import type { Feed } from './feed.ts'
import { createKlineFeed } from './kline-feed.ts'
import { createTickerFeed } from './ticker-feed.ts'
import { createTradeFeed } from './trade-feed.ts'
import type { Topic } from './topics.ts'

const BEAT = 100

/** Every public topic with listeners; a frame is made once, however many hear it, and never for nobody. */
export interface Hub {
  /** Answers the snapshot for the new listener. */
  join(topic: Topic, listener: (text: string) => void): readonly string[]
  leave(name: string, listener: (text: string) => void): void
  stop(): void
}

interface Running {
  readonly feed: Feed
  readonly listeners: Set<(text: string) => void>
}

export function createHub(world: World): Hub {
  const running = new Map<string, Running>()
  let count = 0
  let crossSequence = 0
  let stopBeat: Stop | null = null

  /** Never lower than before, and about where the time says. */
  const sequence = (): number => (crossSequence = Math.max(crossSequence + 7, Math.floor(world.now() / 2)))
  const beat = (): void => {
    count += 1
    stopBeat = running.size === 0 ? null : world.clock.after(BEAT, beat)
    for (const { feed, listeners } of running.values()) {
      if ((count * BEAT) % feed.everyMs !== 0) continue
      for (const text of feed.beat()) for (const listener of listeners) listener(text)
    }
  }
  return {
    join: (topic, listener) => {
      const known = running.get(topic.name) ?? { feed: feedFor(world, topic, sequence), listeners: new Set() }
      running.set(topic.name, known)
      known.listeners.add(listener)
      stopBeat ??= world.clock.after(BEAT, beat)
      return known.feed.snapshot()
    },
    leave: (name, listener) => {
      const known = running.get(name)
      known?.listeners.delete(listener)
      if (known?.listeners.size === 0) running.delete(name)
    },
    stop: () => {
      stopBeat?.()
      stopBeat = null
      running.clear()
    },
  }
}

function feedFor(world: World, topic: Topic, sequence: () => number): Feed {
  switch (topic.kind) {
    case 'tickers':
      return createTickerFeed(world, topic.name, topic.contract, sequence)
    case 'kline':
      return createKlineFeed(world, topic)
    case 'trades':
      return createTradeFeed(world, topic.name, topic.contract, sequence)
    case 'book':
      return createBookFeed(world, topic, sequence)
    default:
      return assertNever(topic)
  }
}
