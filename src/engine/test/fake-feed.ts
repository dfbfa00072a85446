import { fail, ok, type Failure } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Feed, FeedPace, Heard, Ticketing } from '../ports/feed.ts'
import type { FakeSocket } from './fake-sockets.ts'

/** An exchange's stream in the plainest wire there can be: every frame is the JSON of what it means. */
export const fakePace: FeedPace = {
  connectWithin: 10_000,
  answerWithin: 5000,
  heartbeatEvery: 20_000,
  heartbeatWithin: 10_000,
  rotateEvery: null,
  overlap: 5000,
  itemsWithin: null,
  messagesPerSecond: 8,
  topicsPerConnection: 100,
}

export interface FakeFeedOptions {
  readonly pace?: Partial<FeedPace>
  readonly ticketing?: Ticketing
  readonly logsIn?: true
  readonly pings?: true
}

const TOPICS_PER_FRAME = 10

export function createFakeFeed(options: FakeFeedOptions = {}): Feed<string, null> {
  return {
    name: 'fake',
    pace: { ...fakePace, ...options.pace },
    ticketing: options.ticketing ?? null,
    url: (ticket) => (ticket === null ? 'wss://fake' : `wss://fake/${ticket.text}`),
    login: () => (options.logsIn === true ? JSON.stringify({ op: 'login' }) : null),
    subscribe: (topics, id) => frames('subscribe', topics, id),
    unsubscribe: (topics, id) => frames('unsubscribe', topics, id),
    heartbeat: (id) => (options.pings === true ? null : JSON.stringify({ op: 'heartbeat', id })),
    hear: (text) => {
      if (text === 'garbage') return fail(failure())
      return ok(JSON.parse(text) as Heard<string>) // the test says exactly what a frame means
    },
  }
}

/** What an obliging exchange answers to each of our frames. */
export function oblige(socket: FakeSocket, text: string): void {
  const { op, id } = JSON.parse(text) as { readonly op: string; readonly id: string }
  if (op === 'login') socket.say(says({ kind: 'welcomed' }))
  else if (op === 'heartbeat') socket.say(says({ kind: 'heartbeat' }))
  else socket.say(says({ kind: 'subscribed', id }))
}

export function says(heard: Heard<string>): string {
  return JSON.stringify(heard)
}

export function failure(extra: Partial<Failure> = {}): Failure {
  return { code: 'venue', sentence: sentence('venue.maintenance', { venue: 'Fake' }), ...extra }
}

function frames(op: string, topics: readonly string[], id: string): readonly string[] {
  const made: string[] = []
  for (let start = 0; start < topics.length; start += TOPICS_PER_FRAME)
    made.push(JSON.stringify({ op, id, topics: topics.slice(start, start + TOPICS_PER_FRAME) }))
  return made
}
