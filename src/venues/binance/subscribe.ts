import type { Heard } from '../../engine/ports/feed.ts'
import { refused } from './failure.ts'
import { asObject } from './json.ts'

/** The exchange allows 1024 on a connection; fewer keep a message short and spread the load. */
export const TOPICS_PER_CONNECTION = 200
/** It hangs up above ten a second, pongs included. */
export const MESSAGES_PER_SECOND = 5

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Live-Subscribing-Unsubscribing-to-streams */
export function subscribeFrames(topics: readonly string[], id: string): readonly string[] {
  return topics.length === 0 ? [] : [controlFrame('SUBSCRIBE', id, topics)]
}

export function unsubscribeFrames(topics: readonly string[], id: string): readonly string[] {
  return topics.length === 0 ? [] : [controlFrame('UNSUBSCRIBE', id, topics)]
}

/** A live server always answers this, on a quiet market and on a stream without events too. */
export function heartbeatFrame(id: string): string {
  return controlFrame('LIST_SUBSCRIPTIONS', id)
}

/** What an answer to one of the frames above means; null for anything that is no answer. */
export function hearControl(frame: Readonly<Record<string, unknown>>): Heard<never> | null {
  if ('e' in frame) return null
  const error = asObject(frame['error']) ?? frame
  if (typeof error['code'] === 'number') return refusedQuestion(idOf(frame['id']), error['code'])
  if (frame['result'] === null) return { kind: 'subscribed', id: idOf(frame['id']) }
  return 'result' in frame ? { kind: 'heartbeat' } : null
}

/** Stream names are not validated by the exchange, so an error is about the message and names no topic. */
function refusedQuestion(id: string | null, code: number): Heard<never> {
  return { kind: 'unsubscribable', id, failure: refused('SUBSCRIBE', code), topics: [] }
}

function controlFrame(method: string, id: string, params?: readonly string[]): string {
  return JSON.stringify({ method, ...(params === undefined ? {} : { params }), id: integerOf(id) })
}

/** Only unsigned integers are accepted; the session's ids are digits. */
function integerOf(id: string): number {
  return Number.parseInt(id.replace(/\D/g, '').slice(-15), 10) || 0
}

function idOf(id: unknown): string | null {
  return typeof id === 'number' || typeof id === 'string' ? String(id) : null
}
