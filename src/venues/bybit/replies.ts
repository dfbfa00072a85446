import type { Heard } from '../../engine/ports/feed.ts'
import type { Failure } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { failureOf } from './codes.ts'
import { VENUE_NAME } from './failures.ts'
import { wordOf } from './values.ts'
import { socketReply, type SocketReply } from './wire-rest.ts'

/**
 * What the server's answer on a socket means. Each stream has its own shapes, so any of them is accepted anywhere.
 * Their texts are read but never repeated: only topics that look like topics get into a sentence.
 * Docs: https://bybit-exchange.github.io/docs/v5/ws/connect
 */
export function hearReply(body: object): Heard<never> {
  const checked = socketReply.safeParse(body)
  if (!checked.success) return { kind: 'ignored', what: 'an answer of an unknown shape' }
  const reply = checked.data
  const text = wordOf(reply.ret_msg ?? reply.retMsg, 4000)
  switch (reply.op) {
    case 'pong':
    case 'ping':
      return { kind: 'heartbeat' }
    case 'auth':
    case 'login':
      return succeeded(reply) ? { kind: 'welcomed' } : { kind: 'refused', failure: loginFailure(reply, text) }
    case 'subscribe':
      return hearSubscription(reply, text)
    // An answer to our asking, whichever way: a topic that was not subscribed is as good as unsubscribed.
    case 'unsubscribe':
      return { kind: 'subscribed', id: idOf(reply) }
    default:
      return hearUnnamed(reply)
  }
}

function hearSubscription(reply: SocketReply, text: string): Heard<never> {
  const id = idOf(reply)
  if (succeeded(reply) || /already subscribed/i.test(text)) return { kind: 'subscribed', id }
  const topics = deadTopics(text)
  return { kind: 'unsubscribable', id, topics, failure: subscriptionFailure(topics) }
}

function hearUnnamed(reply: SocketReply): Heard<never> {
  if (reply.type === 'COMMAND_RESP' && succeeded(reply)) return { kind: 'subscribed', id: idOf(reply) }
  return { kind: 'ignored', what: `an answer to ${wordOf(reply.op, 20) || 'nothing we said'}` }
}

function succeeded(reply: SocketReply): boolean {
  return reply.success === true || reply.retCode === 0
}

function idOf(reply: SocketReply): string | null {
  const id = wordOf(reply.req_id ?? reply.reqId, 80)
  return id === '' ? null : id
}

/**
 * "Params Error" covers a clock that is off as well as a key of another environment, so it is no reason to give up:
 * the clock is measured again and the next REST request tells which it was. Any other refusal waits for the user.
 */
function loginFailure(reply: SocketReply, text: string): Failure {
  const known = typeof reply.retCode === 'number' ? failureOf(reply.retCode, 'auth') : null
  if (known !== null) return known
  const failure = { code: 'denied', sentence: sentence('venue.key-or-address', { venue: VENUE_NAME }) } as const
  return /params error/i.test(text) ? failure : { ...failure, terminal: true }
}

/** The topics named in "handler not found,topic:X" and in the list that ends a partial failure. */
function deadTopics(text: string): readonly string[] {
  const named = /topic:\s*([\w.-]+)/.exec(text)?.[1]
  if (named !== undefined) return [named]
  const listed = /failed because[^[]*\[([^\]]*)\]/.exec(text)?.[1] ?? ''
  return listed.split(/[,\s]+/).filter((topic) => /^[\w.-]{1,80}$/.test(topic))
}

function subscriptionFailure(topics: readonly string[]): Failure {
  const symbol = /^(?:tickers|kline\.\w+)\.(.+)$/.exec(topics[0] ?? '')?.[1]
  const words =
    symbol === undefined
      ? sentence('venue.refused', { venue: VENUE_NAME, what: topics.join(', ') || 'subscribe', code: '–' })
      : sentence('venue.unknown-symbol', { venue: VENUE_NAME, symbol })
  return { code: 'venue', sentence: words }
}
