import { z } from 'zod'

export interface ShownText {
  readonly text: string
  /** The stretches of it that are bold. */
  readonly bold: readonly string[]
  readonly silent: boolean
}

export type Checked =
  { readonly ok: true; readonly shown: ShownText } | { readonly ok: false; readonly description: string }

/** Unknown fields are an error here, so that a misspelt one is noticed. */
const fields = z.strictObject({
  chat_id: z.union([z.string(), z.int()]),
  text: z.string(),
  entities: z.array(z.strictObject({ type: z.literal('bold'), offset: z.int(), length: z.int() })).optional(),
  disable_notification: z.boolean().optional(),
  link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
})
type Entity = NonNullable<z.infer<typeof fields>['entities']>[number]

const LONGEST = 4096
const MOST_ENTITIES = 100

/** What Telegram would say of a sendMessage: https://core.telegram.org/bots/api#sendmessage */
export function checkMessage(body: Buffer, chat: string): Checked {
  const read = fields.safeParse(parse(body))
  if (!read.success)
    return wrong(`can't parse fields: ${read.error.issues.map(({ path }) => path.join('.')).join(', ')}`)
  const { chat_id, text, entities = [], disable_notification = false } = read.data
  if (String(chat_id) !== chat) return wrong('chat not found')
  if (!text.isWellFormed()) return wrong('text must be encoded in UTF-8')
  if (text.trim() === '') return wrong('message text is empty')
  if (text.length > LONGEST) return wrong('message is too long')
  const badEntity = entities.length > MOST_ENTITIES || entities.some((entity) => !fits(entity, text))
  if (badEntity) return wrong("can't parse entities: ENTITY_BOUNDS_INVALID")
  const bold = entities.map(({ offset, length }) => text.slice(offset, offset + length))
  return { ok: true, shown: { text: text.trim(), bold, silent: disable_notification } }
}

/** Within the text, in UTF-16 units, beginning and ending between two characters. */
function fits({ offset, length }: Entity, text: string): boolean {
  const end = offset + length
  const whole = [text.slice(0, offset), text.slice(offset, end), text.slice(end)]
  return offset >= 0 && length > 0 && end <= text.length && whole.every((piece) => piece.isWellFormed())
}

function wrong(description: string): Checked {
  return { ok: false, description }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
}
