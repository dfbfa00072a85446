import type { World } from '../../face.ts'
import type { Account } from '../../ledger/account.ts'
import type { Line } from '../../lines.ts'
import { categoryOf } from '../names.ts'
import { createIdle } from './idle.ts'
import type { PrivateFrame } from './private-frames.ts'
import { conflicts, privateTopic, topicMatches, type PrivateTopic } from './private-topics.ts'
import type { Connection } from './public-connection.ts'
import { echo, parseRequest, sendReply, sendUndecodable, topicsOf, type SocketRequest } from './request.ts'

export interface PrivateConnection extends Connection {
  /** Null until the client has logged in. */
  account(): Account | null
  tell(frame: PrivateFrame): void
}

export interface PrivateParts {
  readonly world: World
  readonly id: string
  readonly line: Line
  readonly idleLimit: number
}

/** One client on `/v5/private`: log in, subscribe, and hear of changes; nothing is told on subscribing. */
export function createPrivateConnection(parts: PrivateParts): PrivateConnection {
  const { world, line } = parts
  let account: Account | null = null
  let topics: readonly PrivateTopic[] = []
  const idle = createIdle(world.clock, parts.idleLimit, () => line.terminate())
  const login = (request: SocketRequest): void => {
    account = accountFor(world, request)
    const reply = account === null ? { success: false, ret_msg: 'Params Error' } : { success: true, ret_msg: '' }
    sendReply(line, { ...reply, op: 'auth', conn_id: parts.id, ...echo(request) })
    if (account === null) line.close(1000, '')
  }
  const subscribe = (request: SocketRequest): void => {
    if (account === null) return ack(parts, request, 'Request not authorized')
    const { taken, problem } = accepted(topics, topicsOf(request))
    topics = taken
    ack(parts, request, problem)
  }
  const unsubscribe = (request: SocketRequest): void => {
    const names = topicsOf(request)
    topics = topics.filter(({ name }) => !names.includes(name))
    ack(parts, request, null)
  }
  const hear = (text: string): void => {
    idle.heard()
    const request = parseRequest(text)
    if (request === null) return sendUndecodable(line, text)
    if (request.op === 'ping') return sendPong(parts, request)
    if (request.op === 'auth') return login(request)
    if (request.op === 'subscribe') return subscribe(request)
    if (request.op === 'unsubscribe') return unsubscribe(request)
    ack(parts, request, 'error:invalid op')
  }
  return {
    account: () => account,
    incoming: { text: hear, ping: () => undefined, pong: () => undefined, closed: () => line.ended() },
    ended: () => idle.stop(),
    tell: (frame) => {
      const category = frame.contract === null ? null : categoryOf(frame.contract)
      const topic = topics.find((each) => topicMatches(each, frame.kind, category))
      if (topic !== undefined) line.send(textOf(frame, topic.name), 'data')
    },
  }
}

/** The account of a good login: a valid key, an expiry still to come, and the signature of both. */
function accountFor(world: World, { args }: SocketRequest): Account | null {
  const [apiKey, expires, signature] = args
  if (typeof apiKey !== 'string' || typeof expires !== 'number' || typeof signature !== 'string') return null
  const { ledger } = world
  const key = ledger.keys.find('bybit', apiKey)
  if (key?.state !== 'valid' || expires <= world.now()) return null
  return ledger.keys.signed(key, `GET/realtime${expires}`, signature) ? ledger.accountOf('bybit', apiKey) : null
}

/** Unknown and conflicting topics fail, the others of the same frame stand; one that is there already is no failure. */
function accepted(
  topics: readonly PrivateTopic[],
  names: readonly string[],
): { readonly taken: readonly PrivateTopic[]; readonly problem: string | null } {
  let taken = topics
  const failed: string[] = []
  for (const name of names) {
    const topic = privateTopic(name)
    if (topic === null || conflicts(topic, taken)) failed.push(name)
    else if (!taken.some((each) => each.name === name)) taken = [...taken, topic]
  }
  if (failed.length === 0) return { taken, problem: null }
  const good = names.filter((name) => !failed.includes(name)).join(',')
  const problem =
    `Batch subscription partially succeeded and partially failed.Successful subscriptions are as follows:[${good}]. ` +
    'Subscription to the following topics failed because the topic does not exist or there is a subscription ' +
    `conflict:[${failed.join(',')}].`
  return { taken, problem }
}

function sendPong({ world, line, id }: PrivateParts, request: SocketRequest): void {
  const pong = { ...echo(request), op: 'pong', args: [String(world.now())], conn_id: id }
  line.send(JSON.stringify(pong), 'heartbeat')
}

function ack({ line, id }: PrivateParts, request: SocketRequest, problem: string | null): void {
  const reply = { success: problem === null, ret_msg: problem ?? '', op: request.op, conn_id: id }
  sendReply(line, { ...reply, ...echo(request) })
}

/** `execution.fast` has no id and another order of keys. */
function textOf({ id, creationTime, rows }: PrivateFrame, topic: string): string {
  return JSON.stringify(id === null ? { topic, creationTime, data: rows } : { id, topic, creationTime, data: rows })
}
