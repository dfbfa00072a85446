import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { startServer } from '../test/local-server.ts'
import { createDiary, openNet } from '../test/open-net.ts'

async function connected(serve: (client: WebSocket) => void) {
  const server = await startServer({ connected: serve })
  const diary = createDiary()
  const socket = openNet().sockets.open(`${server.ws}/ws`, diary.listener)
  await diary.until('opened')
  return { diary, socket }
}

test('text goes both ways, and an orderly close tells its code and reason', async () => {
  const { diary, socket } = await connected((client) => {
    client.on('message', (data: Buffer) => {
      client.send(`echo ${data.toString()}`)
      client.close(4001, 'enough')
    })
  })
  socket.send('hello')
  await diary.until('closed')
  expect(diary.events).toEqual(['opened', 'text echo hello', 'closed 4001 enough'])
})

test('a ping from there and a pong to ours stir, and text is not needed for it', async () => {
  const { diary, socket } = await connected((client) => client.ping())
  await diary.until('stirred')
  socket.ping()
  await diary.until('stirred')
  await expect.poll(() => diary.events.filter((event) => event === 'stirred').length).toBe(2)
})

test('an end without a close frame is 1006 and no failure to connect', async () => {
  const { diary } = await connected((client) => client.terminate())
  await diary.until('closed')
  expect(diary.events).toEqual(['opened', 'closed 1006 '])
})

test('terminate and close both end in exactly one closed', async () => {
  for (const way of ['terminate', 'close'] as const) {
    const { diary, socket } = await connected(() => undefined)
    socket[way]()
    socket[way]()
    socket.send('into the void')
    await diary.until('closed')
    expect(diary.events.filter((event) => event.startsWith('closed'))).toHaveLength(1)
  }
})

test('a socket given up before it is open only closes', async () => {
  const server = await startServer({ connected: () => undefined })
  const diary = createDiary()
  openNet().sockets.open(server.ws, diary.listener).terminate()
  expect(diary.events).toEqual([])
  await diary.until('closed')
  expect(diary.events).toEqual(['closed 1006 closed before it was open'])
})

test('a refused handshake is a failure with its status and the patience asked for', async () => {
  const server = await startServer({ refuseUpgrade: { status: 429, headers: 'Retry-After: 30\r\n' } })
  const diary = createDiary()
  const failures: unknown[] = []
  openNet().sockets.open(server.ws, {
    ...diary.listener,
    closed: (end) => {
      failures.push(end.failure)
      diary.listener.closed(end)
    },
  })
  await diary.until('closed')
  const values = { host: `127.0.0.1:${server.port}`, status: '429' }
  expect(failures).toEqual([
    { code: 'unavailable', sentence: { id: 'network.handshake', values }, retryAfterMs: 30_000 },
  ])
})

test('a connection that cannot be made is a failure', async () => {
  const diary = createDiary()
  openNet().sockets.open('ws://127.0.0.1:1/', diary.listener)
  await diary.until('closed')
  expect(diary.events).toEqual(['closed 1006 network.unreachable'])
})

test('a frame beyond the bound ends the connection', async () => {
  const { diary } = await connected((client) => client.send('x'.repeat(17 * 1024 * 1024)))
  await diary.until('closed')
  expect(diary.events).toEqual(['opened', 'closed 1006 '])
})

test.each(['wss//stream', 'ftp://exchange.test/', 'not an address?signature=x'])(
  'a mistyped address is a failure, not a crash: %s',
  async (url) => {
    const diary = createDiary()
    const { sockets, http } = openNet()
    sockets.open(url, diary.listener)
    await diary.until('closed')
    expect(diary.events).toEqual(['closed 1006 network.unreachable'])
    const answer = await http.send({ method: 'GET', url, headers: {}, timeoutMs: 100 })
    expect(answer).toMatchObject({ failure: { sentence: { id: 'network.unreachable' } } })
    expect(JSON.stringify(answer)).not.toContain('signature')
  },
)
