import type { Attachment, Channel, Delivery, Message } from '../../engine/ports/channel.ts'
import type { Random } from '../../engine/ports/random.ts'
import { multipart } from '../http/multipart.ts'
import { createProgress, numbered, takeSteps } from '../progress.ts'
import { createTelegramCalls, type TelegramAccess } from './calls.ts'
import { textParts, type TextPart } from './parts.ts'
import { isFormattingRefused, verdictOf } from './verdict.ts'

export interface TelegramOptions extends TelegramAccess {
  readonly random: Random
  readonly chat: string
}

/**
 * Sends to one chat through the user's own bot: the text in as many messages as it takes, then the attachments. It
 * only sends; nothing anybody writes to the bot is read.
 */
export function createTelegram(options: TelegramOptions): Channel {
  const { chat, random, token } = options
  const calls = createTelegramCalls(options)
  const progress = createProgress()

  async function sendText(part: TextPart, silent: boolean): Promise<Delivery> {
    const fields = {
      chat_id: chat,
      text: part.text,
      disable_notification: silent,
      link_preview_options: { is_disabled: true },
    }
    const formatted = await calls.json('sendMessage', { ...fields, entities: part.entities })
    const answer = isFormattingRefused(formatted) ? await calls.json('sendMessage', fields) : formatted
    return verdictOf(answer, calls.host, token)
  }

  async function sendFile(file: Attachment): Promise<Delivery> {
    const form = multipart({
      fields: { chat_id: chat, disable_notification: 'true' },
      files: [{ ...file, field: 'document' }],
      boundary: random.token(24),
    })
    return verdictOf(await calls.form('sendDocument', form), calls.host, token)
  }

  function send(message: Message): Promise<Delivery> {
    // One sound a message: what follows the first part is silent.
    const texts = textParts(message).map(
      (part, index) => () => sendText(part, message.loudness === 'silent' || index > 0),
    )
    const files = message.attachments.map((file) => () => sendFile(file))
    return takeSteps(progress, message.key, numbered([...texts, ...files]))
  }

  return { send }
}
