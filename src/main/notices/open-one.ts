import type { NotificationConstructorOptions } from 'electron'
import type { Severity } from '../../shared/alert-rows.ts'
import { laneOf } from './lane.ts'
import type { Notice } from './notice.ts'
import { close, forget, type Shown, type ShowParts, type Slot, type SystemNoticeEvents, type Waiting } from './slot.ts'

/** How long a notice of low weight stays. */
export const LOW_STAYS_MS = 10_000
/** A system that says nothing for so long took the notice, as far as anybody can tell. */
export const ANSWER_MS = 5000

/**
 * Of macOS itself, in /System/Library/Sounds. Electron takes a sound's name nowhere else: on Windows a notice sounds as
 * the system is set or not at all, and on Linux the notification daemon decides, by the urgency it is given.
 */
const MAC_SOUNDS: Readonly<Record<Severity, string>> = { info: 'Tink', warning: 'Ping', critical: 'Sosumi' }

/** The first answer counts, for all that the notice stands for. */
export function answerOf({ clock }: ShowParts, waiting: readonly Waiting[]): (shown: Shown) => void {
  const stopWaiting = clock.after(ANSWER_MS, () => answer({ kind: 'shown' }))
  function answer(shown: Shown): void {
    stopWaiting()
    for (const { resolve } of waiting) resolve(shown)
  }
  return answer
}

export interface Opening {
  readonly earlier: number
  answer(shown: Shown): void
}

/** A system without notifications may throw where another tells of the failure. */
export function open(parts: ShowParts, slot: Slot, chosen: Waiting, { earlier, answer }: Opening): void {
  const { notice } = chosen
  try {
    slot.open = parts.createNotification(optionsOf(parts, chosen, earlier), eventsOf(parts, slot, notice, answer))
    slot.open.show()
  } catch (error) {
    answer({ kind: 'failed', why: error instanceof Error ? error.message : String(error) })
  }
  if (notice.weight === 'low') slot.stopClosing = parts.clock.after(LOW_STAYS_MS, () => close(slot))
}

/** A notice that another took the place of may still be clicked, and its closing means nothing any more. */
function eventsOf(parts: ShowParts, slot: Slot, notice: Notice, answer: Opening['answer']): SystemNoticeEvents {
  const turn = {}
  slot.turn = turn
  return {
    shown: () => answer({ kind: 'shown' }),
    clicked: () => {
      if (slot.turn === turn) close(slot)
      parts.clicked(notice)
    },
    // A time-out is nobody's doing: it can still be clicked, still has to make room for the next, and was not seen.
    closed: (how) => void (how === 'gone' && slot.turn === turn && forget(slot)),
    failed: (why) => answer({ kind: 'failed', why }),
  }
}

/**
 * On Linux a weight is the notification's urgency, as its specification has it. Elsewhere urgency would break through
 * the system's own do-not-disturb, so none is given; there the lane is its name, by which the system replaces the one
 * before even where this program knows of it no more.
 */
function optionsOf(
  { platform, earlier: say }: ShowParts,
  { notice, level }: Waiting,
  earlier: number,
): NotificationConstructorOptions {
  const { title, body, weight, sound } = notice
  const isSilent = level === 'silent' || sound === 'none'
  return {
    title,
    body: earlier === 0 ? body : `${body}\n${say(earlier)}`,
    silent: isSilent,
    ...(platform === 'linux' ? { urgency: weight } : { id: laneOf(notice) }),
    ...(platform === 'darwin' && !isSilent && sound !== 'usual' ? { sound: MAC_SOUNDS[sound] } : {}),
  }
}
