import type { Delivery } from '../../engine/ports/channel.ts'
import { assertNever } from '../../shared/result.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import type { Told } from '../notices/notices.ts'
import type { Suppressed } from '../notices/suppress.ts'

const DELIVERED: Delivery = { kind: 'delivered' }

/** Before there is anything to show notices with, for moments after the start. */
export const STARTING: Delivery = { kind: 'again', problem: sentence('desktop.alerts-starting'), afterMs: 1000 }

/** What became of a notice, as the outbox counts it. */
export function deliveryOf(told: Told): Delivery {
  switch (told.kind) {
    case 'shown':
      return DELIVERED
    case 'failed':
      return again(sentence('desktop.notice-failed', { why: told.why }))
    case 'held-back':
      return heldBack(told.why)
    default:
      return assertNever(told)
  }
}

/** Whoever looks at the fact itself, or was shown it before, knows it. */
function heldBack(why: Suppressed): Delivery {
  switch (why) {
    case 'shown':
    case 'focused':
      return DELIVERED
    case 'off':
      return { kind: 'refused', problem: sentence('desktop.alerts-off') }
    case 'unsupported':
      return { kind: 'refused', problem: sentence('desktop.notices-unsupported') }
    case 'paused':
    case 'quiet':
    case 'alerted':
      return again(sentence('desktop.alerts-held'))
    default:
      return assertNever(why)
  }
}

function again(problem: Sentence): Delivery {
  return { kind: 'again', problem, afterMs: null }
}
