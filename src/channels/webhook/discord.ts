import type { Attachment, Message } from '../../engine/ports/channel.ts'
import { cleanMessage } from '../../shared/text/clean.ts'
import type { Address } from '../http/address.ts'
import { multipart } from '../http/multipart.ts'
import { splitText, visible } from '../text/split-text.ts'
import { escapedUnits, escapeMarkdown } from './discord-markdown.ts'
import { authorize, jsonPost, type Compose, type Post, type PostContext } from './posts.ts'

/** https://docs.discord.com/developers/resources/webhook#execute-webhook and …/message#embed-object-embed-limits */
const LONGEST_TITLE = 1900
const LONGEST_DESCRIPTION = 4096
const SUPPRESS_NOTIFICATIONS = 4096
const COLOUR = { info: 0x3b82f6, warning: 0xf59e0b, critical: 0xef4444 } as const

/** The title as content, which a notice on the phone shows, and the text beneath it in embeds. Nobody is mentioned. */
export const discordPosts: Compose = (message, context) => {
  const address = confirmed(context.address)
  const { title, texts } = textsOf(message)
  const flags = message.loudness === 'silent' ? SUPPRESS_NOTIFICATIONS : 0
  const first = title === null ? {} : { content: `**${escapeMarkdown(title)}**` }
  const shown =
    texts.length === 0
      ? [first]
      : texts.map((text, index) => ({ ...(index === 0 ? first : {}), ...embed(text, message) }))
  return [
    ...shown.map((part) => jsonPost(address, { ...part, allowed_mentions: { parse: [] }, flags })),
    ...message.attachments.map((file) => filePost(file, { ...context, address })),
  ]
}

/** Discord then answers with the message it made, or says why it made none. */
function confirmed(address: Address): Address {
  const url = new URL(address.url)
  url.searchParams.set('wait', 'true')
  return { ...address, url: url.href }
}

function embed(text: string, { severity, at }: Message): Readonly<Record<string, unknown>> {
  return {
    embeds: [{ description: escapeMarkdown(text), color: COLOUR[severity], timestamp: new Date(at).toISOString() }],
  }
}

function filePost(file: Attachment, { address, random }: PostContext): Post {
  const { type, bytes } = multipart({
    fields: { payload_json: JSON.stringify({ allowed_mentions: { parse: [] }, flags: SUPPRESS_NOTIFICATIONS }) },
    files: [{ ...file, field: 'files[0]' }],
    boundary: random.token(24),
  })
  return { url: address.url, headers: { 'Content-Type': type, ...authorize(address.authorization) }, body: bytes }
}

function textsOf(message: Message): { readonly title: string | null; readonly texts: readonly string[] } {
  const { title, body } = cleanMessage(message)
  const limit = { limit: LONGEST_DESCRIPTION, weigh: escapedUnits }
  if (escapedUnits(title) > LONGEST_TITLE) return { title: null, texts: visible(splitText(`${title}\n${body}`, limit)) }
  return { title, texts: visible(splitText(body, limit)) }
}
