import type { World } from '../../face.ts'
import type { Line } from '../../lines.ts'
import type { Incoming } from '../../simulator.ts'
import type { Category } from '../names.ts'
import type { Hub } from './hub.ts'
import { createIdle } from './idle.ts'
import { echo, parseRequest, sendReply, sendUndecodable, topicsOf, type SocketRequest } from './request.ts'
import { topicNamed } from './topics.ts'

/** A connection may name topics of this many letters in all. */
const MOST_LETTERS = 21_000

export interface Connection {
  readonly incoming: Incoming
  /** The line is gone; called once, whoever ended it. */
  ended(): void
}

export interface PublicParts {
  readonly world: World
  readonly hub: Hub
  readonly category: Category
  readonly id: string
  readonly line: Line
  /** Whether data may overtake the acknowledgement this time. */
  overtakes(): boolean
}

/** One client on `/v5/public/linear` or `/v5/public/inverse`. */
export function createPublicConnection(parts: PublicParts): Connection {
  const { world, line, hub } = parts
  const topics = new Set<string>()
  const idle = createIdle(world.clock, 600_000, () => line.terminate())
  const listener = (text: string): void => line.send(text, 'data')
  const hear = (text: string): void => {
    idle.heard()
    const request = parseRequest(text)
    if (request === null) return sendUndecodable(line, text)
    if (request.op === 'ping') return sendPong(parts, request)
    if (request.op === 'subscribe') return subscribe(parts, topics, listener, request)
    if (request.op === 'unsubscribe') return unsubscribe(parts, topics, listener, request)
    ack(parts, request, 'error:invalid op')
  }
  return {
    incoming: {
      text: hear,
      ping: () => undefined,
      pong: () => undefined,
      closed: () => line.ended(),
    },
    ended: () => {
      idle.stop()
      for (const name of topics) hub.leave(name, listener)
    },
  }
}

function sendPong({ line, id }: PublicParts, request: SocketRequest): void {
  line.send(JSON.stringify({ success: true, ret_msg: 'pong', conn_id: id, ...echo(request), op: 'ping' }), 'heartbeat')
}

/** Good topics of a frame are taken even when others are not; the answer names the first that failed. */
function subscribe(
  parts: PublicParts,
  topics: Set<string>,
  listener: (text: string) => void,
  request: SocketRequest,
): void {
  const names = topicsOf(request)
  if ([...topics, ...names].join('').length > MOST_LETTERS) return parts.line.terminate()
  const problems = names.flatMap((name) => problemOf(parts, topics, name) ?? [])
  const snapshots = names.flatMap((name) => join(parts, topics, listener, name))
  const send = (): void => snapshots.forEach(listener)
  const early = parts.overtakes()
  if (early) send()
  ack(parts, request, problems[0] ?? null)
  if (!early) send()
}

function problemOf({ world, category }: PublicParts, topics: ReadonlySet<string>, name: string): string | null {
  if (topics.has(name)) return `error:already subscribed,topic:${name}`
  return topicNamed(world, category, name) === null ? `error:handler not found,topic:${name}` : null
}

function join(
  { world, hub, category }: PublicParts,
  topics: Set<string>,
  listener: (text: string) => void,
  name: string,
): readonly string[] {
  const topic = topicNamed(world, category, name)
  if (topic === null || topics.has(name)) return []
  topics.add(name)
  return hub.join(topic, listener)
}

function unsubscribe(
  parts: PublicParts,
  topics: Set<string>,
  listener: (text: string) => void,
  request: SocketRequest,
): void {
  for (const name of topicsOf(request)) {
    if (topics.delete(name)) parts.hub.leave(name, listener)
  }
  ack(parts, request, null)
}

/** This stream echoes an empty id when none was sent. */
function ack({ line, id }: PublicParts, request: SocketRequest, problem: string | null): void {
  const reply = { success: problem === null, ret_msg: problem ?? '', conn_id: id }
  sendReply(line, { ...reply, req_id: request.reqId ?? '', op: request.op })
}
