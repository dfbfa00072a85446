import { z } from 'zod'
import type { Received } from './loopback.ts'
import { SECRET_PATH, wrong, type Decoded } from './decoded.ts'

const plainText = z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1), emoji: z.literal(false) })
const fields = z.strictObject({
  text: z.string().min(1).max(4000),
  mrkdwn: z.literal(false),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
  blocks: z
    .array(z.strictObject({ type: z.enum(['header', 'section']), text: plainText }))
    .min(1)
    .max(50),
})
const LONGEST = { header: 150, section: 3000 }
/** Unescaped, these would be links, mentions or nothing at all. */
const ACTIVE = /[<>]|&(?!amp;|lt;|gt;)/
const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export function decodeSlack({ path, body }: Received): Decoded {
  if (path !== SECRET_PATH.slack) return wrong('no_service')
  const read = fields.safeParse(JSON.parse(body.toString('utf8')))
  if (!read.success) return wrong(`invalid_payload ${read.error.message}`)
  const { blocks, text } = read.data
  if (blocks.some(({ type, text: { text: shown } }) => shown.length > LONGEST[type])) return wrong('invalid_blocks')
  if ([text, ...blocks.map((block) => block.text.text)].some((shown) => ACTIVE.test(shown))) return wrong('not escaped')
  const pieces = blocks.map((block) => unescape(block.text.text).trim())
  return { reply: { status: 200, body: 'ok' }, shown: { pieces, silent: false, files: [] } }
}

function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (entity) => SIGNS[entity] ?? entity)
}
