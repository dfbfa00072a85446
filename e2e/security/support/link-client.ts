import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { DownFrame } from '../../../src/shared/frames.ts'

/** A page's end of the link as an attacker holds it, who knows the token. */
export interface LinkClient {
  /** Sends a text that is not answered. */
  tell(text: string): void
  /** Sends a text and gives the first frame that answers it, or null when the link was closed for it. */
  say(text: string, answers: (frame: DownFrame) => boolean): Promise<DownFrame | null>
  /** Every row of a live, as it stands. */
  rows(path: string): Promise<unknown>
  close(): void
}

const PATIENCE_MS = 20_000
const FIRST_OWN_ID = 1_000_000

export async function openLink(port: number, token: string): Promise<LinkClient> {
  const counted = { id: FIRST_OWN_ID }
  const state = { socket: await connect(port, token) }

  async function say(text: string, answers: (frame: DownFrame) => boolean): Promise<DownFrame | null> {
    if (state.socket.readyState !== WebSocket.OPEN) state.socket = await connect(port, token)
    const heard = hear(state.socket, answers)
    state.socket.send(text)
    return heard
  }

  async function rows(path: string): Promise<unknown> {
    counted.id += 1
    const { id } = counted
    const isOf = (frame: DownFrame): boolean =>
      (frame.type === 'frame' && frame.parts.some((part) => part.id === id)) ||
      (frame.type === 'lost' && frame.id === id)
    const frame = await say(JSON.stringify({ type: 'open', id, path, params: null }), isOf)
    if (frame?.type !== 'frame') throw new Error(`${path} cannot be opened`)
    state.socket.send(JSON.stringify({ type: 'close', id }))
    return frame.parts.find((part) => part.id === id)?.rows
  }

  return { tell: (text) => state.socket.send(text), say, rows, close: () => state.socket.terminate() }
}

async function connect(port: number, token: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/link`)
  await once(socket, 'open')
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8')) as DownFrame
    if (frame.type === 'frame') socket.send(JSON.stringify({ type: 'ack', seq: frame.seq }))
  })
  const greeted = hear(socket, ({ type }) => type === 'welcome')
  socket.send(JSON.stringify({ type: 'hello', protocol: 1, token }))
  if ((await greeted) === null) throw new Error('The link did not let us in.')
  return socket
}

function hear(socket: WebSocket, fits: (frame: DownFrame) => boolean): Promise<DownFrame | null> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(patience)
      socket.off('message', take).off('close', gone)
    }
    const patience = setTimeout(() => {
      end()
      reject(new Error('neither answered nor closed'))
    }, PATIENCE_MS)
    const take = (data: Buffer): void => {
      const frame = JSON.parse(data.toString('utf8')) as DownFrame
      if (!fits(frame)) return
      end()
      resolve(frame)
    }
    const gone = (): void => {
      end()
      resolve(null)
    }
    socket.on('message', take).on('close', gone)
  })
}
