import type { WebNotice } from '../../../shared/alert-rows.ts'
import type { Stop } from '../../../shared/link.ts'
import { sentence } from '../../../shared/sentence.ts'
import type { Delivery, Message } from '../../ports/channel.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Notifier } from '../../ports/notifier.ts'
import type { Table } from '../../tables.ts'

/** Notices that an open page shows through its browser; delivered only when a page says that it has. */
export interface WebNotices extends Notifier {
  shown(notice: string, outcome: 'shown' | 'denied' | 'failed'): void
}

/** A page answers within a frame; a hidden one may take some seconds. */
const ANSWER_MS = 15_000

interface Waiting {
  readonly settle: (answer: Delivery) => void
  readonly stop: Stop
}

export function createWebNotices(clock: Clock, table: Table<WebNotice>): WebNotices {
  const waiting = new Map<string, Waiting>()

  function end(notice: string, answer: Delivery): void {
    const found = waiting.get(notice)
    if (found === undefined) return
    waiting.delete(notice)
    found.stop()
    table.set(notice, null)
    found.settle(answer)
  }

  return {
    show: (message) =>
      new Promise((settle) => {
        const { key } = message
        end(key, again('notice.no-page'))
        const stop = clock.after(ANSWER_MS, () => end(key, again('notice.no-page')))
        waiting.set(key, { settle, stop })
        table.set(key, rowOf(message))
      }),
    shown: (notice, outcome) => end(notice, answerOf(outcome)),
  }
}

function answerOf(outcome: 'shown' | 'denied' | 'failed'): Delivery {
  if (outcome === 'shown') return { kind: 'delivered' }
  return outcome === 'failed' ? again('notice.failed') : { kind: 'refused', problem: sentence('notice.denied') }
}

function again(id: 'notice.no-page' | 'notice.failed'): Delivery {
  return { kind: 'again', problem: sentence(id), afterMs: null }
}

function rowOf({ key, title, body, severity, loudness, place, at }: Message): WebNotice {
  return { notice: key, title: title.slice(0, 400), body: body.slice(0, 4000), severity, loudness, place, at }
}
