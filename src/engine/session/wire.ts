import type { Time } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { fail } from '../../shared/result.ts'
import type { Feed, Heard } from '../ports/feed.ts'
import type { Log } from '../ports/log.ts'
import type { Socket } from '../ports/sockets.ts'
import { unreadable } from './reasons.ts'

/** One socket and what was heard on it. Plain mutable fields: they change with every frame. */
export interface Wire {
  readonly line: number
  readonly generation: number
  socket: Socket | null
  openedAt: Time | null
  /** Monotonic moments of the last frame of any kind, and of the last one with items. */
  heardAt: number
  itemAt: number
  /** Heard since the machine was last told. */
  fresh: boolean
  /** Monotonic moment at which an unanswered heartbeat left. */
  pingedAt: number | null
}

export function createWire(line: number, generation: number, at: number): Wire {
  return { line, generation, socket: null, openedAt: null, heardAt: at, itemAt: at, fresh: false, pingedAt: null }
}

/** Gives out ascending numbers, so that a frame of a former connection can be told from one of the present. */
export interface Numbering {
  next(): number
}

export function createNumbering(): Numbering {
  const last = { value: 0 }
  return {
    next: () => {
      last.value += 1
      return last.value
    },
  }
}

/** A feed that throws is a fault of ours; the frame counts as unreadable and the connection lives on. */
export function hearSafely<Item, Context>(
  feed: Feed<Item, Context>,
  text: string,
  context: Context,
  log: Log,
): Result<Heard<Item>> {
  try {
    return feed.hear(text, context)
  } catch (thrown) {
    log.error('a feed broke on a frame', {
      thrown: thrown instanceof Error ? (thrown.stack ?? thrown.message) : 'unknown',
    })
    return fail(unreadable(feed.name))
  }
}
