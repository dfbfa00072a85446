import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ConnectProxy {
  readonly address: string
  /** Every tunnel asked for, as "host:port". */
  readonly asked: readonly string[]
}

interface ProxyOptions {
  /** Where every tunnel really leads, whatever name was asked for. */
  readonly leadsTo: number
  /** "user:password" the proxy insists on. */
  readonly credentials?: string
}

/** A real CONNECT proxy on a free loopback port, stopped when the test has finished. */
export async function startProxy({ leadsTo, credentials }: ProxyOptions): Promise<ConnectProxy> {
  const asked: string[] = []
  const open = new Set<Socket>()
  const expected = credentials === undefined ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', (request, client: Socket) => {
    asked.push(request.url ?? '')
    if (expected !== request.headers['proxy-authorization']) {
      return void client.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
    }
    const target = connect(leadsTo, '127.0.0.1', () => client.write('HTTP/1.1 200 Connection established\r\n\r\n'))
    for (const socket of [client, target]) open.add(socket.on('error', () => undefined))
    target.pipe(client).pipe(target)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.closeAllConnections()
    server.close()
  })
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}
