import type { Channel } from '../../engine/ports/channel.ts'
import type { Notifier } from '../../engine/ports/notifier.ts'

/** What is shown on this computer, whoever shows it here: the operating system or the open page. */
export function createOs(notifier: Notifier): Channel {
  return { send: (message) => notifier.show(message) }
}
