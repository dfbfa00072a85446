import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { LIMITS } from '../../shared/frames.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { isOurs } from './guard.ts'
import { findPageFile, sendPageFile } from './page-files.ts'

/** A request that was let in. */
export interface Ask {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** Names in lower case; one that came several times is left out. */
  readonly headers: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

export interface ServerOptions {
  readonly host: string
  readonly port: number
  /** Names other than loopback and addresses that this server is reached by. */
  readonly names: readonly string[]
  /** The folder of the built page. */
  readonly pageRoot: string
  /** Answers other paths; null leaves a path to the page's files, which can only be read. */
  answer(ask: Ask): Answer | null
  /** Takes a WebSocket that was let in; false when there is none at this path or the query does not open it. */
  upgrade(path: string, query: URLSearchParams): ((socket: WebSocket) => void) | 'forbidden' | 'unknown'
}

export interface RunningServer {
  readonly port: number
  stop(): Promise<void>
}

/** The one listening server of the headless shell: page, link, feed, health. Every request is checked first. */
export async function startServer(options: ServerOptions): Promise<Result<RunningServer>> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.frameBytes, perMessageDeflate: false })
  const server = createServer((request, response) => void answer(options, request, response))
  server.on('upgrade', (request, stream, head) => upgrade(options, sockets, request, stream, head))
  const listening = await listen(server, options)
  if (!listening.ok) return listening
  return ok({ port: listening.value, stop: () => stop(server, sockets) })
}

/** A request that says twice where it came from is nobody's whom we know. */
function ours(options: ServerOptions, { headersDistinct }: IncomingMessage): boolean {
  const { host = [], origin = [] } = headersDistinct
  if (host.length > 1 || origin.length > 1) return false
  return isOurs({ host: host[0], origin: origin[0] }, options.names)
}

function target(request: IncomingMessage): URL | null {
  return URL.parse(request.url ?? '/', 'http://loopback')
}

async function answer(options: ServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = target(request)
  if (url === null || !ours(options, request)) return sendText(response, 403, 'This address is not ours to answer for.')
  const own = options.answer(askOf(request, url))
  // What a body says is not read, and who goes on sending one is hung up on.
  if (!isReading(request)) response.setHeader('connection', 'close')
  if (own !== null) return sendJson(response, own.status, own.body)
  if (!isReading(request)) return sendText(response, 405, 'Only reading is possible.')
  const file = await findPageFile(options.pageRoot, url.pathname)
  if (file === null) return sendText(response, 404, 'There is nothing at this address.')
  sendPageFile(response, file)
}

function isReading({ method }: Pick<IncomingMessage, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD'
}

function askOf({ method = '', headers }: IncomingMessage, url: URL): Ask {
  const single = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { method, path: url.pathname, query: url.searchParams, headers: Object.fromEntries(single) }
}

function upgrade(
  options: ServerOptions,
  sockets: WebSocketServer,
  request: IncomingMessage,
  stream: Duplex,
  head: Buffer,
): void {
  const url = target(request)
  if (url === null || !ours(options, request)) return refuse(stream, '403 Forbidden')
  const take = options.upgrade(url.pathname, url.searchParams)
  if (take === 'forbidden') return refuse(stream, '401 Unauthorized')
  if (take === 'unknown') return refuse(stream, '404 Not Found')
  sockets.handleUpgrade(request, stream, head, (socket) => {
    // A frame over the limit or a broken one ends its own connection only.
    socket.on('error', () => socket.terminate())
    take(socket)
  })
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' })
    .end(`${text}\n`)
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(`${JSON.stringify(body)}\n`)
}

function listen(server: Server, { host, port }: ServerOptions): Promise<Result<number>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const values = { host, port: String(port), reason: error.code ?? error.message }
      const taken = error.code === 'EADDRINUSE'
      resolve(
        fail({
          code: 'unavailable',
          sentence: sentence(taken ? 'command.port-taken' : 'command.cannot-listen', values),
        }),
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(ok(typeof address === 'object' && address !== null ? address.port : port))
    })
  })
}

async function stop(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(1001, 'Tidemark is stopping')
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const patience = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate()
    server.closeAllConnections()
  }, 500)
  server.closeIdleConnections()
  await closed
  clearTimeout(patience)
}
