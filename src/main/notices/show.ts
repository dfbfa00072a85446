import type { NotificationConstructorOptions } from 'electron'
import type { Clock } from '../../engine/ports/clock.ts'
import type { NoticeCategory, NoticeLevel } from '../../shared/desktop-rows.ts'
import type { Stop } from '../../shared/link.ts'
import type { Notice } from './notice.ts'

/** A notification of the system, made and not shown yet. */
export interface SystemNotice {
  show(): void
  close(): void
}

export interface SystemNoticeEvents {
  shown(): void
  clicked(): void
  /** By the user, the system, or us. */
  closed(): void
  failed(why: string): void
}

export interface ShowParts {
  readonly clock: Clock
  readonly platform: NodeJS.Platform
  createNotification(options: NotificationConstructorOptions, events: SystemNoticeEvents): SystemNotice
  clicked(notice: Notice): void
  /** Null: the system showed one. */
  outcome(why: string | null): void
  /** The line that tells of notices the newest one stands for. */
  earlier(count: number): string
}

export interface Shower {
  show(notice: Notice, level: Exclude<NoticeLevel, 'off'>): void
  /** The user was at the window: what was told before needs no mention any more. */
  seen(): void
  stop(): void
}

/** Two of one category never follow each other faster. */
export const APART_MS = 500
/** How long a notice of low weight stays. */
export const LOW_STAYS_MS = 10_000

/** Facts are counted while nobody saw them; of a state only the last one matters. */
const GATHERS: Readonly<Record<NoticeCategory, 'counted' | 'replaced'>> = {
  fill: 'counted',
  connection: 'replaced',
  account: 'counted',
  program: 'replaced',
}

interface Waiting {
  readonly notice: Notice
  readonly level: Exclude<NoticeLevel, 'off'>
}

interface Slot {
  open: SystemNotice | null
  /** Of the notice that is open; events of others do not touch the slot. */
  turn: object | null
  /** Told and not seen, as far as we know. */
  unseen: number
  waiting: readonly Waiting[]
  lastAt: number
  stopTimer: Stop | null
  stopClosing: Stop
}

/** Shows one notice per category: the newest takes the place of the one before. */
export function createShower(parts: ShowParts): Shower {
  const slots = new Map<NoticeCategory, Slot>()
  return {
    show: (notice, level) => {
      const slot = slots.get(notice.category) ?? emptySlot()
      slots.set(notice.category, slot)
      slot.waiting = [...slot.waiting, { notice, level }]
      if (slot.stopTimer !== null) return
      const waitMs = slot.lastAt + APART_MS - parts.clock.monotonic()
      if (waitMs <= 0) present(parts, slot)
      else slot.stopTimer = parts.clock.after(waitMs, () => present(parts, slot))
    },
    seen: () => {
      for (const slot of slots.values()) slot.unseen = 0
    },
    stop: () => {
      for (const slot of slots.values()) clear(slot)
      slots.clear()
    },
  }
}

function emptySlot(): Slot {
  return {
    open: null,
    turn: null,
    unseen: 0,
    waiting: [],
    lastAt: -Infinity,
    stopTimer: null,
    stopClosing: () => undefined,
  }
}

function present(parts: ShowParts, slot: Slot): void {
  const { waiting } = slot
  const chosen = waiting.findLast(({ notice }) => notice.weight === 'critical') ?? waiting.at(-1)
  if (chosen === undefined) return
  const { notice } = chosen
  const unseen = GATHERS[notice.category] === 'counted' ? slot.unseen : 0
  const earlier = unseen + waiting.length - 1
  clear(slot)
  Object.assign(slot, { unseen: earlier + 1, lastAt: parts.clock.monotonic() })
  open(parts, slot, chosen, earlier)
}

/** A system without notifications may throw where another tells of the failure. */
function open(parts: ShowParts, slot: Slot, chosen: Waiting, earlier: number): void {
  const { notice } = chosen
  try {
    slot.open = parts.createNotification(optionsOf(parts, chosen, earlier), eventsOf(parts, slot, notice))
    slot.open.show()
  } catch (error) {
    parts.outcome(error instanceof Error ? error.message : String(error))
  }
  if (notice.weight === 'low') slot.stopClosing = parts.clock.after(LOW_STAYS_MS, () => close(slot))
}

/** A notice that another took the place of may still be clicked, and its closing means nothing any more. */
function eventsOf(parts: ShowParts, slot: Slot, notice: Notice): SystemNoticeEvents {
  const turn = {}
  slot.turn = turn
  return {
    shown: () => parts.outcome(null),
    clicked: () => {
      if (slot.turn === turn) close(slot)
      parts.clicked(notice)
    },
    closed: () => void (slot.turn === turn && forget(slot)),
    failed: (why) => parts.outcome(why),
  }
}

/**
 * On Linux a weight is the notification's urgency, as its specification has it. Elsewhere urgency would break through
 * the system's own do-not-disturb, so none is given.
 */
function optionsOf(
  { platform, earlier: say }: ShowParts,
  { notice, level }: Waiting,
  earlier: number,
): NotificationConstructorOptions {
  const { title, body, weight } = notice
  return {
    title,
    body: earlier === 0 ? body : `${body}\n${say(earlier)}`,
    silent: level === 'silent',
    ...(platform === 'linux' ? { urgency: weight } : {}),
  }
}

function forget(slot: Slot): void {
  slot.stopClosing()
  Object.assign(slot, { open: null, turn: null, unseen: 0 })
}

/** Forgotten first, so that hearing of its own closing means nothing any more. */
function close(slot: Slot): void {
  const { open } = slot
  forget(slot)
  open?.close()
}

function clear(slot: Slot): void {
  slot.stopTimer?.()
  slot.stopTimer = null
  slot.waiting = []
  close(slot)
}
