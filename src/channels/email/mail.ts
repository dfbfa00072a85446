import { createHash } from 'node:crypto'
import type { Message } from '../../engine/ports/channel.ts'
import type { Mail, Mailbox } from '../../engine/ports/mail.ts'
import { cleanMessage } from '../../shared/text/clean.ts'

/** 1 is the highest; mail programs show it as a mark. */
const PRIORITY = { info: '5', warning: '3', critical: '1' } as const

/** The message as a mail: its title is the subject, its body the text. */
export function mailOf(message: Message, from: Mailbox, to: readonly Mailbox[]): Mail {
  const { title, body } = cleanMessage(message)
  return {
    from,
    to,
    subject: title,
    text: body === '' ? title : body,
    messageId: messageId(message, from),
    headers: {
      // RFC 3834: nobody's holiday notice answers a machine.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Priority': message.loudness === 'silent' ? PRIORITY.info : PRIORITY[message.severity],
    },
    attachments: message.attachments,
  }
}

/** The same at every try, so that a mailbox can drop a repetition; another for each message of each sender. */
function messageId({ key, at }: Message, { address }: Mailbox): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([address, key, at]))
    .digest('hex')
    .slice(0, 40)
  return `<${digest}@${address.slice(address.lastIndexOf('@') + 1)}>`
}
