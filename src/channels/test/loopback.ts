import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request a receiver got, whole. */
export interface Received {
  readonly method: string
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * How a receiver takes one request: as it should; with this reply and nothing taken; never answering; taking it and
 * breaking off before the answer; breaking off at once; or with a page that is no answer of such a service.
 */
export type Behaviour = 'proper' | 'nothing' | 'answer-lost' | 'broken' | 'garbage' | Reply

export interface Loopback {
  /** Without a slash at the end. */
  readonly url: string
  /** Decides by the number of the request, from 0. */
  readonly behave: (choose: (index: number) => Behaviour) => void
  /** Of every request, in the order they came. */
  readonly received: readonly Received[]
  readonly stop: () => Promise<void>
}

export const GARBAGE: Reply = {
  status: 200,
  headers: { 'Content-Type': 'text/html' },
  body: '<!doctype html><title>Welcome to our café</title>',
}

/** An HTTP receiver on a free loopback port; `proper` is what it does when it works. */
export async function startLoopback(proper: (request: Received) => Reply | Promise<Reply>): Promise<Loopback> {
  const received: Received[] = []
  const chosen: { behave: (index: number) => Behaviour } = { behave: () => 'proper' }

  async function take(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming)
    const behaviour = chosen.behave(received.push(request) - 1)
    if (behaviour === 'nothing') return
    if (behaviour === 'broken') return void response.destroy()
    const reply = await replyOf(behaviour, request, proper)
    if (behaviour === 'answer-lost') return void response.destroy()
    response.writeHead(reply.status, reply.headers).end(reply.body)
  }

  const server = createServer((incoming, response) => void take(incoming, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: (choose) => {
      chosen.behave = choose
    },
    received,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function replyOf(
  behaviour: Exclude<Behaviour, 'nothing' | 'broken'>,
  request: Received,
  proper: (request: Received) => Reply | Promise<Reply>,
): Promise<Reply> {
  if (behaviour === 'garbage') return GARBAGE
  return typeof behaviour === 'string' ? proper(request) : behaviour
}

async function readRequest(incoming: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part as Buffer)
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const)
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(parts),
  }
}

/** A multipart body as Node's own parser reads it. */
export function readForm({ headers, body }: Received): Promise<FormData> {
  return new Response(new Uint8Array(body), { headers: { 'Content-Type': headers['content-type'] ?? '' } }).formData()
}
