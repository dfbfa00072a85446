import type { Heard } from '../../engine/ports/feed.ts'
import { ok, type Result } from '../../shared/result.ts'
import { decode } from './decode.ts'
import { hearReply } from './replies.ts'

/** Reads one data frame of a known topic. */
export type HearTopic<Item, Context> = (topic: string, body: object, context: Context) => Result<Heard<Item>>

/** Reads a frame of the kind a stream is full of without parsing it; null for any other. */
export type HearQuickly<Item, Context> = (text: string, context: Context) => Result<Heard<Item>> | null

/** What public and private streams have in common: answers and noise are heard alike, data by the stream's own rules. */
export function createHear<Item, Context>(
  hearTopic: HearTopic<Item, Context>,
  hearQuickly?: HearQuickly<Item, Context>,
) {
  return (text: string, context: Context): Result<Heard<Item>> => {
    const quick = hearQuickly?.(text, context) ?? null
    if (quick !== null) return quick
    const decoded = decode(text)
    if (!decoded.ok) return decoded
    const frame = decoded.value
    if (frame.kind === 'topic') return hearTopic(frame.topic, frame.body, context)
    return ok(frame.kind === 'reply' ? hearReply(frame.body) : { kind: 'ignored', what: frame.what })
  }
}
