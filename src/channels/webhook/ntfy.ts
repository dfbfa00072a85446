import type { Message } from '../../engine/ports/channel.ts'
import { cleanMessage } from '../../shared/text/clean.ts'
import type { Address } from '../http/address.ts'
import { splitText, visible, type Weigh } from '../text/split-text.ts'
import { jsonPost, type Compose } from './posts.ts'

/**
 * ntfy takes messages of 4,096 bytes and turns longer ones into attachments that expire, and its JSON form may be twice
 * that: https://docs.ntfy.sh/publish/#publish-as-json. A piece is weighed as it stands in JSON, which is never shorter.
 */
const LONGEST = 3900
const LONGEST_TITLE = 250
const PRIORITY = { info: 3, warning: 4, critical: 5 } as const
/** Arrives without sound and vibration. */
const SILENT = 2
const TOPIC = /^[-\w]{1,64}$/

const inJson: Weigh = (piece) => Buffer.byteLength(JSON.stringify(piece)) - 2

/** The topic is the last part of the path; null where there is none. What stands before it is the server. */
export function topicOf({ path }: Address): string | null {
  const topic = path.replace(/\/+$/, '').split('/').at(-1) ?? ''
  return TOPIC.test(topic) ? topic : null
}

export const ntfyPosts: Compose = (message, { address }) => {
  const topic = topicOf(address) ?? ''
  const server = new URL(address.url)
  server.pathname = address.path.replace(/\/+$/, '').replace(/[^/]*$/, '')
  const { title, texts } = textsOf(message)
  return texts.map((text, index) =>
    jsonPost(
      { ...address, url: server.href },
      {
        topic,
        ...(title === null ? {} : { title: texts.length > 1 ? `${title} (${index + 1}/${texts.length})` : title }),
        message: text,
        priority: message.loudness === 'silent' ? SILENT : PRIORITY[message.severity],
      },
    ),
  )
}

/** A title that is too long for one, or has nothing beneath it, becomes text. */
function textsOf(message: Message): { readonly title: string | null; readonly texts: readonly string[] } {
  const { title, body } = cleanMessage(message)
  const limit = { limit: LONGEST, weigh: inJson }
  if (body === '') return { title: null, texts: visible(splitText(title, limit)) }
  if (inJson(title) > LONGEST_TITLE) return { title: null, texts: visible(splitText(`${title}\n${body}`, limit)) }
  return { title, texts: visible(splitText(body, limit)) }
}
