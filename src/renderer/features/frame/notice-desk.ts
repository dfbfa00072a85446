import type { WebNotice } from '../../../shared/alert-rows.ts'
import { viewOf } from '../../state/place-view.ts'
import type { View } from '../../state/view.ts'
import { playTone } from './tone.ts'

type Outcome = 'shown' | 'denied' | 'failed'

export interface NoticeDeskPorts {
  readonly answer: (notice: string, outcome: Outcome) => void
  /** Goes to a place of the page. */
  readonly show: (view: Partial<View>) => void
}

export interface NoticeDesk {
  /** What is to be shown now; each notice is shown once, by one of the pages that are open. */
  look(notices: readonly WebNotice[]): void
}

/** Another page may hear of a notice a moment later than the one that shows it. */
const HELD_MS = 5_000

export function createNoticeDesk({ answer, show }: NoticeDeskPorts): NoticeDesk {
  const taken = new Set<string>()

  function look(notices: readonly WebNotice[]): void {
    const there = new Set(notices.map(({ notice }) => notice))
    for (const key of taken) if (!there.has(key)) taken.delete(key)
    for (const notice of notices) if (!taken.has(notice.notice)) take(notice)
  }

  function take(notice: WebNotice): void {
    // A browser that was not asked yet shows nothing; the notice waits until the user has decided.
    if (isUndecided()) return
    taken.add(notice.notice)
    void claim(notice.notice, () => {
      const outcome = present(notice, show)
      answer(notice.notice, outcome)
      return outcome
    })
  }

  return { look }
}

function isUndecided(): boolean {
  return 'Notification' in window && Notification.permission === 'default'
}

/** Does it in one page alone; the others find it claimed. What could not be shown anybody may try again at once. */
async function claim(notice: string, run: () => Outcome): Promise<void> {
  if (navigator.locks === undefined) return void run()
  await navigator.locks.request(`tidemark notice ${notice}`, { ifAvailable: true }, async (lock) => {
    if (lock === null || run() !== 'shown') return
    await new Promise((resolve) => setTimeout(resolve, HELD_MS))
  })
}

function present(notice: WebNotice, show: NoticeDeskPorts['show']): Outcome {
  if (!('Notification' in window) || Notification.permission === 'denied') return 'denied'
  const { title, body, severity, loudness, place } = notice
  try {
    const ownTone = loudness === 'loud' && playTone(severity) === 'played'
    const silent = loudness === 'silent' || ownTone
    const options = { body, tag: notice.notice, silent, requireInteraction: severity === 'critical' }
    const shown = new Notification(title, options)
    shown.onclick = () => {
      window.focus()
      shown.close()
      if (place !== null) show(viewOf(place))
    }
    return 'shown'
  } catch {
    // Some browsers have the name and refuse to make one from a page.
    return 'failed'
  }
}
