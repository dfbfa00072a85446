import { expect, test } from 'vitest'
import type { HttpRequest } from '../../engine/ports/http.ts'
import { startServer } from '../test/local-server.ts'
import { openNet } from '../test/open-net.ts'

function get(url: string, change: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url, headers: {}, timeoutMs: 5000, ...change }
}

test('method, path, headers and body arrive as they were given, and the answer comes back whole', async () => {
  const server = await startServer({
    respond: (request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        response.writeHead(201, { 'X-Bapi-Limit': '20', 'Set-Cookie': ['a=1', 'b=2'] })
        response.end([request.method, request.url, request.headers['x-own'], Buffer.concat(parts), 'здравей'].join(' '))
      })
    },
  })
  const answer = await openNet().http.send(
    get(`${server.http}/v5/x?b=2&a=%2B1`, { method: 'POST', headers: { 'X-Own': 'yes' }, body: '{"n":1}' }),
  )
  expect(answer).toMatchObject({
    kind: 'answer',
    status: 201,
    body: 'POST /v5/x?b=2&a=%2B1 yes {"n":1} здравей',
    headers: { 'x-bapi-limit': '20', 'set-cookie': 'a=1, b=2' },
  })
})

test('an error status and a redirect are answers', async () => {
  const server = await startServer({
    respond: (request, response) => {
      response.writeHead(request.url === '/moved' ? 302 : 429, { 'Retry-After': '7', Location: '/elsewhere' }).end('no')
    },
  })
  const { http } = openNet()
  expect(await http.send(get(`${server.http}/limited`))).toMatchObject({ status: 429, headers: { 'retry-after': '7' } })
  expect(await http.send(get(`${server.http}/moved`))).toMatchObject({ status: 302 })
})

test('no answer in time is a failure that names host and seconds, not the URL', async () => {
  const server = await startServer({ respond: () => undefined })
  const answer = await openNet().http.send(get(`${server.http}/x?signature=abc`, { timeoutMs: 200 }))
  expect(answer).toEqual({
    kind: 'failed',
    failure: {
      code: 'unavailable',
      sentence: { id: 'network.timeout', values: { host: `127.0.0.1:${server.port}`, seconds: '0.2' } },
    },
  })
})

test('a body that stops half way does not hang', async () => {
  const server = await startServer({
    respond: (_, response) => void response.writeHead(200, { 'Content-Length': '100' }).write('half'),
  })
  const answer = await openNet().http.send(get(server.http, { timeoutMs: 200 }))
  expect(answer.kind === 'failed' && answer.failure.sentence.id).toBe('network.timeout')
})

test('a connection nobody takes, a name nobody has and a broken line are failures', async () => {
  const server = await startServer({ respond: (request) => void request.socket.destroy() })
  const { http } = openNet()
  const sentenceOf = async (url: string) => {
    const answer = await http.send(get(url))
    return answer.kind === 'failed' ? answer.failure.sentence.id : answer
  }
  expect(await sentenceOf('http://127.0.0.1:1/')).toBe('network.unreachable')
  expect(await sentenceOf('http://nobody.invalid/')).toBe('network.unreachable')
  expect(await sentenceOf(server.http)).toBe('network.unreachable')
})

test('a body beyond the bound is refused without being kept', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x')
  const server = await startServer({
    respond: (_, response) => {
      const more = () => {
        while (response.write(chunk));
      }
      response.on('drain', more)
      more()
    },
  })
  const answer = await openNet().http.send(get(server.http, { timeoutMs: 15_000 }))
  expect(answer.kind === 'failed' && answer.failure.sentence.id).toBe('network.too-large')
})

test('connections are kept for requests that follow each other', async () => {
  const ports = new Set<number | undefined>()
  const server = await startServer({
    respond: (request, response) => {
      ports.add(request.socket.remotePort)
      response.end('ok')
    },
  })
  const { http } = openNet()
  for (let round = 0; round < 20; round += 1) await http.send(get(server.http))
  expect(ports.size).toBeLessThan(4)
})
