import type { Channel, Delivery, Message } from '../../engine/ports/channel.ts'
import type { Mailbox, Mailer, MailServer } from '../../engine/ports/mail.ts'
import { createProgress } from '../progress.ts'
import { mailOf } from './mail.ts'
import { failedVerdict, leftOutVerdict } from './problem.ts'

export interface EmailOptions {
  readonly mailer: Mailer
  readonly server: MailServer
  readonly from: Mailbox
  readonly to: readonly Mailbox[]
}

/** Sends one mail to all; a recipient who has it already is left out when it is tried again for the others. */
export function createEmail({ mailer, server, from, to }: EmailOptions): Channel {
  const progress = createProgress()

  async function send(message: Message): Promise<Delivery> {
    const { key } = message
    const missing = to.filter(({ address }) => !progress.has(key, address))
    const answer = await mailer.send(server, mailOf(message, from, missing))
    const addresses = missing.map(({ address }) => address)
    if (answer.kind === 'failed') return failedVerdict(answer, server.host, addresses)
    const leftOut = new Set(answer.leftOut.map(({ address }) => address))
    for (const address of addresses) if (!leftOut.has(address)) progress.add(key, address)
    if (leftOut.size === 0) progress.forget(key)
    return leftOutVerdict(answer.leftOut, server.host)
  }

  return { send }
}
