import type { Delivery, Message } from './channel.ts'

/** Shows a message on this computer: a notice of the operating system, or one of the open page. It always resolves. */
export interface Notifier {
  show(message: Message): Promise<Delivery>
}
