import type { NoticeCategory, NoticeLevel, Place } from '../../shared/desktop-rows.ts'
import { laneOf } from './lane.ts'
import type { Notice } from './notice.ts'
import { answerOf, open } from './open-one.ts'
import { clear, emptySlot, type Shown, type ShowParts, type Slot } from './slot.ts'

export interface Shower {
  /** Resolves once the system has shown it, alone or counted in another, or refused it. */
  show(notice: Notice, level: Exclude<NoticeLevel, 'off'>): Promise<Shown>
  /** The user was at the window: what was told before needs no mention any more. */
  seen(): void
  /** Where the newest notice of this lane leads; null where this run has shown none. */
  placeOf(lane: string): Place | null
  stop(): void
}

/** Two of one category never follow each other faster. */
export const APART_MS = 500

/** Facts are counted while nobody saw them; of a state only the last one matters. */
const GATHERS: Readonly<Record<NoticeCategory, 'counted' | 'replaced'>> = {
  alert: 'counted',
  fill: 'counted',
  connection: 'replaced',
  account: 'counted',
  program: 'replaced',
}

/** Shows one notice per category: the newest takes the place of the one before. */
export function createShower(parts: ShowParts): Shower {
  const slots = new Map<string, Slot>()
  return {
    show: (notice, level) => {
      const lane = laneOf(notice)
      const slot = slots.get(lane) ?? emptySlot()
      slots.set(lane, slot)
      const { promise, resolve } = Promise.withResolvers<Shown>()
      slot.waiting = [...slot.waiting, { notice, level, resolve }]
      if (slot.stopTimer === null) plan(parts, slot)
      return promise
    },
    seen: () => {
      for (const slot of slots.values()) slot.unseen = 0
    },
    placeOf: (lane) => slots.get(lane)?.place ?? null,
    stop: () => {
      for (const slot of slots.values()) {
        for (const { resolve } of slot.waiting) resolve({ kind: 'failed', why: 'the program ended' })
        clear(slot)
      }
      slots.clear()
    },
  }
}

function plan(parts: ShowParts, slot: Slot): void {
  const waitMs = slot.lastAt + APART_MS - parts.clock.monotonic()
  if (waitMs <= 0) present(parts, slot)
  else slot.stopTimer = parts.clock.after(waitMs, () => present(parts, slot))
}

function present(parts: ShowParts, slot: Slot): void {
  const { waiting } = slot
  const chosen = waiting.findLast(({ notice }) => notice.weight === 'critical') ?? waiting.at(-1)
  if (chosen === undefined) return
  const { notice } = chosen
  const unseen = GATHERS[notice.category] === 'counted' ? slot.unseen : 0
  const earlier = unseen + waiting.length - 1
  clear(slot)
  Object.assign(slot, { unseen: earlier + 1, lastAt: parts.clock.monotonic(), place: notice.place })
  const answer = answerOf(parts, waiting)
  open(parts, slot, chosen, { earlier, answer })
}
