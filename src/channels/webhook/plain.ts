import { createHash } from 'node:crypto'
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
    'Idempotency-Key': idempotencyKey(message.key),
    'Tidemark-Timestamp': timestamp,
    ...(signingSecret === null ? {} : { 'Tidemark-Signature': signature(signingSecret, timestamp, body) }),
  }
  return [{ ...post, headers }]
}

function plainBody(message: Message): Readonly<Record<string, unknown>> {
  const { key, severity, loudness, at, place, facts, alerts, attachments } = message
  const files = attachments.map(({ name, type, bytes }) => ({
    name,
    type,
    base64: Buffer.from(bytes).toString('base64'),
  }))
  return { version: 1, key, severity, loudness, ...cleanMessage(message), at, place, facts, alerts, attachments: files }
}

const LONGEST_KEY = 200

/** As a header takes it. What would have to be cut is digested instead: keys differ in their ends. */
function idempotencyKey(key: string): string {
  const safe = /^[\x21-\x7e]+$/.test(key) ? key : encodeURIComponent(key.toWellFormed())
  return safe.length <= LONGEST_KEY ? safe : createHash('sha256').update(key).digest('hex')
}
