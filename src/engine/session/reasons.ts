import type { Failure } from '../../shared/result.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'
import type { SocketEnd } from '../ports/sockets.ts'

/** Why a connection was left, in words for the screen. */

export function closedBy(stream: string, end: SocketEnd): Failure {
  return end.failure ?? unavailable('stream.closed', { stream, code: String(end.code) })
}

export function notConnected(stream: string, ms: number): Failure {
  return unavailable('stream.not-connected', { stream, seconds: seconds(ms) })
}

export function unanswered(stream: string, ms: number): Failure {
  return unavailable('stream.unanswered', { stream, seconds: seconds(ms) })
}

export function silent(stream: string, ms: number): Failure {
  return unavailable('stream.silent', { stream, seconds: seconds(ms) })
}

export function mute(stream: string, ms: number): Failure {
  return unavailable('stream.mute', { stream, seconds: seconds(ms) })
}

export function clockMoved(stream: string): Failure {
  return unavailable('stream.clock-moved', { stream })
}

/** The network changed under a connection that may be dead by now. */
export function proving(stream: string): Failure {
  return unavailable('stream.proving', { stream })
}

export function ticketRenewed(stream: string): Failure {
  return unavailable('stream.ticket-renewed', { stream })
}

export function unreadable(stream: string): Failure {
  return unavailable('stream.unreadable', { stream })
}

export function topicsRefused(stream: string, topics: Iterable<string>): Failure {
  const named = [...topics]
  const more = named.length > 5 ? ` +${named.length - 5}` : ''
  return {
    code: 'venue',
    sentence: sentence('stream.topics-refused', { stream, topics: named.slice(0, 5).join(', ') + more }),
  }
}

function unavailable(id: SentenceKey, values: Readonly<Record<string, string>>): Failure {
  return { code: 'unavailable', sentence: sentence(id, values) }
}

function seconds(ms: number): string {
  return String(Math.max(1, Math.round(ms / 1000)))
}
