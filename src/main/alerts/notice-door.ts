import type { Notifier } from '../../engine/ports/notifier.ts'
import type { Notices } from '../notices/notices.ts'
import { alertNotice } from './alert-notice.ts'
import { deliveryOf, STARTING } from './delivery-of.ts'

/** Where the engine's alerts leave as notices of the operating system. The engine runs before notices do. */
export interface NoticeDoor extends Notifier {
  /** From now on messages are told so. */
  open(tell: Notices['tell']): void
}

export function createNoticeDoor(): NoticeDoor {
  const now = { tell: null as Notices['tell'] | null }
  return {
    open: (tell) => void (now.tell = tell),
    show: async (message) => (now.tell === null ? STARTING : deliveryOf(await now.tell(alertNotice(message)))),
  }
}
