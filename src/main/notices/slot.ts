import type { NotificationConstructorOptions } from 'electron'
import type { Clock } from '../../engine/ports/clock.ts'
import type { NoticeLevel, Place } from '../../shared/desktop-rows.ts'
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
  /** By the user, the system, or us; one that `timed-out` left the screen and waits where the system keeps notices. */
  closed(how: 'gone' | 'timed-out'): void
  failed(why: string): void
}

export interface ShowParts {
  readonly clock: Clock
  readonly platform: NodeJS.Platform
  createNotification(options: NotificationConstructorOptions, events: SystemNoticeEvents): SystemNotice
  clicked(notice: Notice): void
  /** The line that tells of notices the newest one stands for. */
  earlier(count: number): string
}

/** What the system made of a notice. */
export type Shown = { readonly kind: 'shown' } | { readonly kind: 'failed'; readonly why: string }

/** A notice on its way to the system. */
export interface Waiting {
  readonly notice: Notice
  readonly level: Exclude<NoticeLevel, 'off'>
  resolve(shown: Shown): void
}

/** Where the one notice of a category is. */
export interface Slot {
  open: SystemNotice | null
  /** Of the notice that is open; events of others do not touch the slot. */
  turn: object | null
  /** Told and not seen, as far as we know. */
  unseen: number
  waiting: readonly Waiting[]
  lastAt: number
  /** Where the last one leads, open or not. */
  place: Place | null
  stopTimer: Stop | null
  stopClosing: Stop
}

export function emptySlot(): Slot {
  return {
    open: null,
    turn: null,
    unseen: 0,
    waiting: [],
    lastAt: -Infinity,
    place: null,
    stopTimer: null,
    stopClosing: () => undefined,
  }
}

export function forget(slot: Slot): void {
  slot.stopClosing()
  Object.assign(slot, { open: null, turn: null, unseen: 0 })
}

/** Forgotten first, so that hearing of its own closing means nothing any more. */
export function close(slot: Slot): void {
  const { open } = slot
  forget(slot)
  open?.close()
}

export function clear(slot: Slot): void {
  slot.stopTimer?.()
  slot.stopTimer = null
  slot.waiting = []
  close(slot)
}
