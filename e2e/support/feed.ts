import { once } from 'node:events'
import { WebSocket, type ClientOptions } from 'ws'

/** A message of the public feed; every number stands as the text it was sent in, so that no digit is lost. */
export type Message = Readonly<Record<string, unknown>> & { readonly type: string }

export interface Feed {
  /** The frames as they came. */
  readonly frames: readonly string[]
  readonly messages: readonly Message[]
  /** The first message, past or to come, that fits. */
  until(what: string, fits: (message: Message) => boolean): Promise<Message>
  /** The first fitting message from now on. */
  next(what: string, fits: (message: Message) => boolean): Promise<Message>
  send(text: string): void
  close(): void
}

const PATIENCE_MS = 30_000

export async function openFeed(url: string, options: ClientOptions = {}): Promise<Feed> {
  const socket = new WebSocket(url, options)
  const frames: string[] = []
  const messages: Message[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data: Buffer) => {
    frames.push(data.toString('utf8'))
    messages.push(readExact(data.toString('utf8')) as Message)
    for (const look of [...waiting]) look()
  })
  await once(socket, 'open')

  function find(what: string, fits: (message: Message) => boolean, from: number): Promise<Message> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(patience)
        waiting.delete(look)
      }
      const patience = setTimeout(() => {
        end()
        reject(new Error(`no ${what} within ${PATIENCE_MS / 1000} s; last of it: ${frames.slice(-3).join('\n')}`))
      }, PATIENCE_MS)
      const look = (): void => {
        const found = messages.slice(from).find(fits)
        if (found === undefined) return
        end()
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  }

  return {
    frames,
    messages,
    until: (what, fits) => find(what, fits, 0),
    next: (what, fits) => find(what, fits, messages.length),
    send: (text) => socket.send(text),
    close: () => socket.terminate(),
  }
}

/** The HTTP status with which a feed is refused. */
export async function refusedFeed(url: string, options: ClientOptions = {}): Promise<number> {
  const socket = new WebSocket(url, options)
  socket.on('error', () => undefined)
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('open', () => {
      socket.terminate()
      reject(new Error(`${url} was let in`))
    })
  })
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

/** JSON whose numbers stay the text they are written in. */
function readExact(text: string): unknown {
  const reviver: Reviver = (_key, value, { source }) => (typeof value === 'number' ? source : value)
  // The language hands the source to a reviver; the type library does not know it yet.
  return JSON.parse(text, reviver as (key: string, value: unknown) => unknown)
}
