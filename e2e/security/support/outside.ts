import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody else's server on a loopback port: it answers whatever it is asked, to anybody, and remembers. */
export interface Outside {
  /** `http://127.0.0.1:port` */
  readonly address: string
  /** Paths that were asked for, upgrades too. */
  readonly asked: readonly string[]
  /** Connections, whether anything was asked over them or not. */
  connections(): number
  close(): Promise<void>
}

export async function openOutside(): Promise<Outside> {
  const asked: string[] = []
  const counted = { connections: 0 }
  const open = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'content-type': 'text/html' }
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/redirect') response.writeHead(302, { ...open, location: '/redirected' }).end()
    else response.writeHead(200, open).end('<!doctype html><title>outside</title>')
  })
  server.on('connection', () => (counted.connections += 1))
  server.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '')
    socket.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    connections: () => counted.connections,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
