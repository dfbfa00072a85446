import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export interface ScriptedServer {
  readonly port: number
  /** All that was said to it, in clear text. */
  readonly heard: () => string
  readonly stop: () => Promise<void>
}

/** A server that speaks line by line as the test says, for what no real server would do. */
export async function startScripted(
  begin: (socket: Socket) => void,
  answer: (line: string, socket: Socket) => void,
): Promise<ScriptedServer> {
  const lines: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      for (const line of data.toString('latin1').split('\r\n').slice(0, -1)) {
        lines.push(line)
        answer(line, socket)
      }
    })
    begin(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    heard: () => lines.join('\n'),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
