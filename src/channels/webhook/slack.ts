import type { Message } from '../../engine/ports/channel.ts'
import { cleanMessage } from '../../shared/text/clean.ts'
import { splitText, visible, type Weigh } from '../text/split-text.ts'
import { jsonPost, type Compose } from './posts.ts'

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object and …/blocks/header-block */
const LONGEST_SECTION = 3000
const LONGEST_HEADER = 150
/** Below 50 blocks and 40,000 characters a message. */
const SECTIONS = 10
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The three signs Slack gives a meaning in every text: https://docs.slack.dev/messaging/formatting-message-text */
export function escapeSlack(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
}

const escapedUnits: Weigh = (piece) => escapeSlack(piece).length

/** Blocks of plain text, in which neither formatting nor emoji names are looked for. */
export const slackPosts: Compose = (message, { address }) => {
  const { preview, header, texts } = textsOf(message)
  const blocks = [...(header === null ? [] : [block('header', header)]), ...texts.map((text) => block('section', text))]
  return chunks(blocks, SECTIONS).map((part) =>
    jsonPost(address, {
      text: escapeSlack(preview),
      mrkdwn: false,
      blocks: part,
      unfurl_links: false,
      unfurl_media: false,
    }),
  )
}

function block(type: 'header' | 'section', text: string): Readonly<Record<string, unknown>> {
  return { type, text: { type: 'plain_text', text: escapeSlack(text), emoji: false } }
}

/** `preview` is what a notice on the phone shows. */
function textsOf(message: Message): {
  readonly preview: string
  readonly header: string | null
  readonly texts: readonly string[]
} {
  const { title, body } = cleanMessage(message)
  const sections = (text: string) => visible(splitText(text, { limit: LONGEST_SECTION, weigh: escapedUnits }))
  if (escapedUnits(title) <= LONGEST_HEADER) return { preview: title, header: title, texts: sections(body) }
  const [preview = title] = splitText(title, { limit: LONGEST_HEADER, weigh: escapedUnits })
  return { preview: `${preview}…`, header: null, texts: sections(`${title}\n${body}`) }
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}
