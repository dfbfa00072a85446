import type { AccountEvent, AccountState, Position } from '../../../engine/account/event.ts'
import type { Heard } from '../../../engine/ports/feed.ts'
import { privateFeed } from '../private-feed.ts'
import { valueOf } from './perform.ts'
import { context, privateContext, snapshotWith, stateOf } from './scene.ts'

export const feed = privateFeed(context)

/** One frame of the user stream, heard by an account in this state. */
export function hear(frame: unknown, state: AccountState | null = stateOf(snapshotWith())): Heard<AccountEvent> {
  return valueOf(feed.hear(JSON.stringify(frame), privateContext(state)))
}

export function itemsOf(heard: Heard<AccountEvent>): readonly AccountEvent[] {
  if (heard.kind !== 'items' && heard.kind !== 'resync') throw new Error(`heard ${heard.kind}`)
  return heard.items
}

export function positionIn(heard: Heard<AccountEvent>): Position {
  for (const item of itemsOf(heard)) if (item.kind === 'position' && item.position.size !== null) return item.position
  throw new Error('no open position was told')
}
