import type { Message } from '../../engine/ports/channel.ts'
import { cleanMessage } from '../../shared/text/clean.ts'
import { jsonPost, type Compose } from './posts.ts'
import { signature } from './sign.ts'

/** Our own JSON, for programs. Fields may be added; none changes its meaning without another `version`. */
export const plainPosts: Compose = (message, { address, now, signingSecret }) => {
  const post = jsonPost(address, plainBody(message))
  const timestamp = String(now)
  const body = String(post.body)
  const headers = {
    ...post.headers,
    'Idempotency-Key': headerSafe(message.key),
    'Tidemark-Timestamp': timestamp,
    ...(signingSecret === null ? {} : { 'Tidemark-Signature': signature(signingSecret, timestamp, body) }),
  }
  return [{ ...post, headers }]
}

function plainBody(message: Message): Readonly<Record<string, unknown>> {
  const { key, severity, loudness, at, place, facts, attachments } = message
  const files = attachments.map(({ name, type, bytes }) => ({
    name,
    type,
    base64: Buffer.from(bytes).toString('base64'),
  }))
  return { version: 1, key, severity, loudness, ...cleanMessage(message), at, place, facts, attachments: files }
}

function headerSafe(key: string): string {
  return /^[\x21-\x7e]{1,200}$/.test(key) ? key : encodeURIComponent(key.toWellFormed()).slice(0, 200)
}
