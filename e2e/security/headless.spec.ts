import { readdirSync, readFileSync, statSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { WebSocket } from 'ws'
import { LIMITS } from '../../src/shared/frames.ts'
import { refusedFeed } from '../support/feed.ts'
import { test } from '../support/house.ts'

const HELLO = { type: 'hello', protocol: 1 }

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
}

/** As another program, or another website's script, would ask. */
function ask(port: number, headers: Readonly<Record<string, string>>, method = 'GET', path = '/'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers })
    })
    asked.on('error', reject).end()
  })
}

/** What a link is told after these texts, until it is closed; rejects when it is not. */
function sayTo(port: number, texts: readonly (string | Buffer)[]): Promise<readonly string[]> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/link`)
  const told: string[] = []
  socket.on('message', (data: Buffer) => void told.push(data.toString('utf8')))
  socket.on('open', () => texts.forEach((text) => socket.send(text)))
  socket.on('error', () => undefined)
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`it goes on: ${told.join('\n')}`)), 10_000)
    socket.on('close', () => {
      clearTimeout(patience)
      resolve(told)
    })
  })
}

test('a hostile website gets nothing out of the server, whatever it calls itself', async ({ house }) => {
  const { port } = await house.serve('--demo')
  const own = `127.0.0.1:${port}`
  const refused = [
    { host: `evil.example:${port}` },
    { host: 'evil.example' },
    { host: `localhost.evil.example:${port}` },
    { host: own, origin: 'https://evil.example' },
    { host: own, origin: `http://evil.example:${port}` },
    { host: own, origin: 'null' },
    { host: own, origin: `https://${own}` },
    { host: own, origin: `http://localhost:${port}` },
  ]
  for (const headers of refused) {
    for (const path of ['/', '/health', '/index.html']) {
      const answer = await ask(port, headers, 'GET', path)
      expect([answer.status, path, headers]).toEqual([403, path, headers])
    }
    for (const path of ['link', 'ws'])
      expect(await refusedFeed(`ws://127.0.0.1:${port}/${path}`, { headers: { ...headers } })).toBe(403)
  }
})

test('no answer lets another origin read it', async ({ house }) => {
  const { port } = await house.serve('--demo')
  const own = { host: `127.0.0.1:${port}` }
  const preflight = { ...own, origin: 'https://evil.example', 'access-control-request-method': 'GET' }
  const answers = [
    await ask(port, own),
    await ask(port, own, 'GET', '/health'),
    await ask(port, own, 'OPTIONS', '/health'),
    await ask(port, preflight, 'OPTIONS', '/health'),
    await ask(port, { ...own, origin: `http://${own.host}` }, 'GET', '/health'),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, expect.any(Number), 405, 403, expect.any(Number)])
  for (const { headers } of answers)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
})

test('only reading is possible over HTTP', async ({ house }) => {
  const { port } = await house.serve('--demo')
  const own = { host: `127.0.0.1:${port}` }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])
    expect((await ask(port, own, method)).status, method).toBe(405)
  expect((await ask(port, own, 'TRACE')).status).toBe(405)
})

test('a link without the token, or with nonsense, is told no and hears nothing', async ({ house }) => {
  const { port, token, program } = await house.serve('--demo', '--feed-open')
  const refused = ['{"type":"refused","why":"token"}']
  expect(await sayTo(port, [JSON.stringify(HELLO)])).toEqual(refused)
  expect(await sayTo(port, [JSON.stringify({ ...HELLO, token: '' })])).toEqual(refused)
  expect(await sayTo(port, [JSON.stringify({ ...HELLO, token: token.toUpperCase() })])).toEqual(refused)
  expect(await sayTo(port, [JSON.stringify({ ...HELLO, token: token.slice(0, -1) })])).toEqual(refused)
  expect(await sayTo(port, [JSON.stringify({ type: 'call', id: 1, path: 'app.info', input: null })])).toEqual([])
  expect(await sayTo(port, ['{'])).toEqual([])
  expect(await sayTo(port, [Buffer.from([1, 2, 3])])).toEqual([])
  // The right token, and then too much at once, or what nobody says.
  const welcome = [expect.stringContaining('"welcome"')]
  const hello = JSON.stringify({ ...HELLO, token })
  expect(await sayTo(port, [hello, 'x'.repeat(LIMITS.frameBytes + 1)])).toEqual(welcome)
  expect(await sayTo(port, [hello, JSON.stringify({ type: 'order', side: 'buy' })])).toEqual(welcome)
  expect(program.said()).not.toMatch(/uncaught|unhandled/i)
})

test('an oversized feed frame ends its own connection alone', async ({ house }) => {
  const server = await house.serve('--demo', '--feed-open')
  const [one, other] = [await server.feed(), await server.feed()]
  one.send('x'.repeat(LIMITS.frameBytes + 1))
  await other.next('heartbeat', ({ type }) => type === 'heartbeat')
  const heard = one.frames.length
  await other.next('heartbeat', ({ type }) => type === 'heartbeat')
  expect(one.frames.length).toBe(heard)
})

test('a request that breaks the rules of HTTP is refused, and the server goes on', async ({ house }) => {
  const server = await house.serve('--demo')
  const broken = [
    'GET / HTTP/1.1\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
    '\u0000\u0001\u0002',
  ]
  for (const text of broken) expect(await rawAnswer(server.port, text)).not.toMatch(/^HTTP\/1\.1 2/)
  expect((await ask(server.port, { host: `127.0.0.1:${server.port}` })).status).toBe(200)
})

function rawAnswer(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'))
    const told: string[] = []
    socket.setTimeout(3_000, () => socket.destroy())
    socket.on('data', (data: Buffer) => void told.push(data.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(told.join('')))
  })
}

test('what is kept is its owner’s alone', async ({ house }) => {
  test.skip(process.platform === 'win32', 'A user’s profile is theirs alone on Windows; modes are not what says so.')
  await house.add({ venue: 'bybit', label: 'Main' })
  const server = await house.serve()
  await server.untilFresh()
  const modeOf = (path: string): number => statSync(path).mode & 0o077
  const entries = readdirSync(house.folder, { recursive: true, withFileTypes: true })
  const folders = [
    house.folder,
    ...entries.filter((each) => each.isDirectory()).map((each) => join(each.parentPath, each.name)),
  ]
  expect(folders.filter((path) => modeOf(path) !== 0)).toEqual([])
  for (const name of ['keys.vault', 'token'])
    expect(
      entries.filter((each) => each.name === name).map((each) => modeOf(join(each.parentPath, each.name))),
      name,
    ).toEqual([0])
})

test('nobody beside this machine can reach it unless its user says so', async ({ house }) => {
  const { port } = await house.serve('--demo')
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readListening(file, port))
  test.skip(process.platform !== 'linux', 'Only Linux tells where a program listens without asking another one.')
  expect(sockets.flat()).toEqual(['0100007F'])
})

/** Addresses on which the port listens, as the kernel writes them: hexadecimal, bytes backwards. */
function readListening(file: string, port: number): readonly string[] {
  const LISTENS = '0A'
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const lines = process.platform === 'linux' ? readFileSync(file, 'utf8').split('\n') : []
  return lines.flatMap((line) => {
    const [, local = '', , state] = line.trim().split(/\s+/)
    const [address = '', at] = local.split(':')
    return at === hex && state === LISTENS ? [address] : []
  })
}
