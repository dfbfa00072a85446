import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'

export interface LocalServer {
  readonly port: number
  readonly http: string
  readonly ws: string
}

interface Behaviour {
  readonly respond?: RequestListener
  readonly connected?: (socket: WebSocket) => void
  /** Answers the WebSocket handshake with this status instead of upgrading. */
  readonly refuseUpgrade?: { readonly status: number; readonly headers: string }
}

/** A real server on a free loopback port, stopped when the test has finished. */
export async function startServer({ respond, connected, refuseUpgrade }: Behaviour): Promise<LocalServer> {
  const server = createServer(respond)
  const upgrades = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    if (refuseUpgrade !== undefined) {
      return void socket.end(`HTTP/1.1 ${refuseUpgrade.status} Refused\r\n${refuseUpgrade.headers}\r\n`)
    }
    upgrades.handleUpgrade(request, socket, head, (client) => connected?.(client))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const client of upgrades.clients) client.terminate()
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, http: `http://127.0.0.1:${port}`, ws: `ws://127.0.0.1:${port}` }
}
