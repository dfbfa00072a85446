import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { ClientRequest, IncomingMessage } from 'electron'
import { expect, it, onTestFinished } from 'vitest'
import { createClientRequest } from './client-request.ts'
import type { RequestOptions } from './request-options.ts'

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function request(options: RequestOptions, isOnline = true, connections = new Set<() => void>()): ClientRequest {
  return createClientRequest(options, { isOnline: () => isOnline, connections })
}

function answered(sent: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.on('response', resolve)
    sent.on('error', reject)
  })
}

/** The stand-in's answers are streams, as Electron's are, though its declarations only say so of their events. */
async function read(message: IncomingMessage): Promise<string> {
  return text(message as unknown as NodeJS.ReadableStream)
}

const moved: RequestListener = ({ url = '', method }, answer) => {
  if (url === '/there') return void answer.end(`${method} there`)
  answer.writeHead(Number(url.slice(1)), { location: '/there' }).end()
}

it('sends what it is given, and answers with headers and body', async () => {
  const base = await serve((asked, answer) => {
    void text(asked).then((body) =>
      answer.writeHead(201, { 'x-mine': 'yes' }).end(`${String(asked.headers['x-a'])} ${body}`),
    )
  })
  const { hostname, port } = new URL(base)
  const sent = request({
    method: 'post',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: '/',
    headers: { 'X-A': 'a' },
  })
  sent.write('one ')
  sent.end('two')
  const message = await answered(sent)
  expect([message.statusCode, message.headers['x-mine']]).toEqual([201, 'yes'])
  expect(await read(message)).toBe('a one two')
})

it.each([
  [302, 'GET', 'GET there'],
  [302, 'POST', 'GET there'],
  [308, 'POST', 'POST there'],
])('follows a %s of a %s by itself', async (status, method, said) => {
  const base = await serve(moved)
  const sent = request({ url: `${base}/${status}`, method })
  sent.end()
  expect(await read(await answered(sent))).toBe(said)
})

it('puts a redirect to its listener when it is asked to', async () => {
  const base = await serve(moved)
  const followed = request({ url: `${base}/302`, redirect: 'manual' })
  followed.on('redirect', (status, method, url) => {
    expect([status, method, url]).toEqual([302, 'GET', `${base}/there`])
    followed.followRedirect()
  })
  followed.end()
  expect(await read(await answered(followed))).toBe('GET there')

  const left = request({ url: `${base}/302`, redirect: 'manual' })
  left.end()
  await expect(answered(left)).rejects.toThrow('Redirect was cancelled')
  const refused = request({ url: `${base}/302`, redirect: 'error' })
  refused.end()
  await expect(answered(refused)).rejects.toThrow("redirect policy was 'error'")
})

it('says nothing more once it is aborted', async () => {
  const base = await serve(moved)
  const sent = request({ url: `${base}/302`, redirect: 'manual' })
  const ended = new Promise<string>((resolve, reject) => {
    sent.on('error', reject)
    sent.on('close', () => resolve('closed'))
  })
  sent.on('redirect', () => sent.abort())
  sent.end()
  expect(await ended).toBe('closed')
})

it('fails as Chromium does', async () => {
  const gone = await serve((_, answer) => void answer.destroy())
  const sent = request(gone)
  sent.end()
  await expect(answered(sent)).rejects.toThrow('net::ERR_EMPTY_RESPONSE')
  const refused = request('http://127.0.0.1:1')
  refused.end()
  await expect(answered(refused)).rejects.toThrow('net::ERR_CONNECTION_REFUSED')
  const offline = request('http://example.com', false)
  offline.end()
  await expect(answered(offline)).rejects.toThrow('net::ERR_INTERNET_DISCONNECTED')
})

it('ends a body that breaks off with an error', async () => {
  const base = await serve((_, answer) => {
    answer.writeHead(200, { 'content-length': 10 }).write('half')
    setImmediate(() => answer.destroy())
  })
  const sent = request(base)
  sent.end()
  await expect(answered(sent).then(read)).rejects.toThrow('net::ERR_CONTENT_LENGTH_MISMATCH')
})

it('ends when all connections are closed', async () => {
  const base = await serve(() => undefined)
  const connections = new Set<() => void>()
  const sent = request(base, true, connections)
  sent.end()
  const failed = expect(answered(sent)).rejects.toThrow('net::ERR_ABORTED')
  for (const end of connections) end()
  await failed
  expect(connections.size).toBe(0)
})

it.each([
  [{ url: 'ftp://localhost' }, 'Protocol "ftp:" not supported'],
  [{ url: 'nowhere' }, 'the address is none'],
  [{ url: 'http://localhost', headers: { host: 'x' } }, 'the header “host” may not be set'],
  [{ url: 'http://localhost', headers: { 'a b': 'x' } }, "Invalid value for header 'a b'"],
])('refuses %j', (options, says) => {
  expect(() => request(options)).toThrow(says)
})

it('refuses headers after it was sent, and to follow what does not redirect', () => {
  const sent = request('http://127.0.0.1:1')
  sent.on('error', () => undefined)
  sent.setHeader('X-A', 'a')
  expect(sent.getHeader('x-a')).toBe('a')
  sent.end()
  expect(() => sent.setHeader('x-b', 'b')).toThrow("Can't set headers after they are sent")
  expect(() => sent.followRedirect()).toThrow('was not waiting for a redirect')
})
