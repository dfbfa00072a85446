import type { Message } from '../../engine/ports/channel.ts'
import { cleanMessage } from '../../shared/text/clean.ts'
import { splitText, utf16Units } from '../text/split-text.ts'

/** https://core.telegram.org/bots/api#messageentity: offset and length count UTF-16 units. */
export interface Entity {
  readonly type: 'bold'
  readonly offset: number
  readonly length: number
}

export interface TextPart {
  readonly text: string
  readonly entities: readonly Entity[]
}

/** Of sendMessage, after entities are taken out, which ours never were part of. */
const LONGEST = 4096

/**
 * The message as texts Telegram takes. The title is made bold by an entity rather than by markup: an entity stands
 * beside the text, so no sign in the text has a meaning and none has to be escaped.
 */
export function textParts(message: Pick<Message, 'title' | 'body'>): readonly TextPart[] {
  const { title, body } = cleanMessage(message)
  const parts = splitText(body === '' ? title : `${title}\n${body}`, { limit: LONGEST, weigh: utf16Units })
  const starts = parts.map((_, index) => parts.slice(0, index).join('').length)
  return parts
    .map((part, index) => ({ text: part, entities: boldUpTo(title.length - (starts[index] ?? 0), part.length) }))
    .filter(({ text: shown }) => shown.trim() !== '')
}

/** A title longer than a part is bold in each part it reaches into. */
function boldUpTo(end: number, longest: number): readonly Entity[] {
  return end > 0 ? [{ type: 'bold', offset: 0, length: Math.min(end, longest) }] : []
}
