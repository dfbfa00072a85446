import { connect } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { fail, ok } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { createTranslate } from '../../shared/translate.ts'
import type { IncomingRequest, Peer, Simulator } from '../../simulator/simulator.ts'
import { createSimulatorServer, type SimulatorServer } from './server.ts'

/** A simulator that writes down what reaches it and answers by the path. */
function createStub() {
  const requests: IncomingRequest[] = []
  const happened: string[] = []
  const peers: Peer[] = []
  const simulator: Simulator = {
    async respond(request) {
      requests.push(request)
      if (request.target.startsWith('/never')) return new Promise(() => undefined)
      if (request.target.startsWith('/broken')) {
        return { kind: 'failed', failure: { code: 'unavailable', sentence: sentence('command.control-path') } }
      }
      return { kind: 'answer', status: 418, headers: { 'retry-after': '7' }, body: '{"known":"币"}' }
    },
    connect(target, address, peer) {
      happened.push(`connect ${target} ${address}`)
      if (target === '/refused') return { kind: 'refused', status: 503, body: 'full' }
      peers.push(peer)
      peer.send('early')
      return {
        kind: 'accepted',
        incoming: {
          text: (text) => void happened.push(`text ${text}`),
          ping() {
            happened.push('ping')
            if (target === '/polite') peer.ping()
          },
          pong: () => void happened.push('pong'),
          closed: () => void happened.push('closed'),
        },
      }
    },
    control: (command) =>
      (command as { do: string }).do === 'bad'
        ? fail({ code: 'invalid', sentence: sentence('command.control-path') })
        : ok(command),
    pastEquity: () => null,
    start: () => undefined,
    stop: () => undefined,
  }
  return { simulator, requests, happened, peers }
}

let stub: ReturnType<typeof createStub>
let server: SimulatorServer
let origin: string

beforeEach(async () => {
  stub = createStub()
  server = createSimulatorServer({
    simulator: stub.simulator,
    accounts: ['one', 'two'],
    translate: createTranslate('en'),
  })
  const listening = await server.listen(0, '127.0.0.1')
  if (!listening.ok) throw new Error('cannot listen')
  origin = `127.0.0.1:${listening.value}`
})
afterEach(() => server.close())

async function dial(path: string) {
  const socket = new WebSocket(`ws://${origin}${path}`)
  const [first] = (await once(socket, 'message')) as [Buffer]
  return { socket, first: first.toString() }
}

/** Resolves when the stub has seen it; the socket gives no other sign. */
async function until(seen: () => boolean): Promise<void> {
  while (!seen()) await new Promise((resolve) => setImmediate(resolve))
}

describe('requests over a real connection', () => {
  it('arrive byte for byte and are answered with status, headers and body', async () => {
    const target = '/fapi/v1/x?symbol=%E5%B8%81&signature=a%2Bb'
    const answer = await fetch(`http://${origin}${target}`, {
      method: 'PUT',
      headers: { 'X-MBX-APIKEY': 'k' },
      body: 'a=1&b=2',
    })
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([
      418,
      '7',
      '{"known":"币"}',
    ])
    expect(stub.requests[0]).toMatchObject({ method: 'PUT', target, body: 'a=1&b=2', address: '127.0.0.1' })
    expect(stub.requests[0]?.headers['x-mbx-apikey']).toBe('k')
  })

  it('break when the simulator says so, and wait for ever when it says nothing', async () => {
    await expect(fetch(`http://${origin}/broken`)).rejects.toThrow()
    const patience = new AbortController()
    const waiting = fetch(`http://${origin}/never`, { signal: patience.signal })
    await until(() => stub.requests.length === 2)
    patience.abort()
    await expect(waiting).rejects.toThrow('abort')
  })

  it('are turned away when their body is beyond all measure', async () => {
    const answer = await fetch(`http://${origin}/x`, { method: 'POST', body: 'x'.repeat(1_100_000) })
    expect(answer.status).toBe(413)
    expect(stub.requests).toEqual([])
  })
})

describe('sockets over a real connection', () => {
  it('carry text both ways, without compression, from the first word on', async () => {
    const { socket, first } = await dial('/market/ws?x=1')
    expect([first, socket.extensions]).toEqual(['early', ''])
    expect(stub.happened).toEqual(['connect /market/ws?x=1 127.0.0.1'])
    socket.send('hello')
    await until(() => stub.happened.includes('text hello'))
    socket.close()
    await until(() => stub.happened.includes('closed'))
  })

  it('are pinged by the simulator, which hears the pong', async () => {
    const { socket } = await dial('/x')
    stub.peers[0]?.ping()
    await once(socket, 'ping')
    await until(() => stub.happened.includes('pong'))
  })

  it('get a pong for their ping only if the simulator stirs', async () => {
    const { socket: polite } = await dial('/polite')
    polite.ping('mark')
    const [payload] = (await once(polite, 'pong')) as [Buffer]
    expect(payload.toString()).toBe('mark')
    const { socket: mute } = await dial('/mute')
    const heard: string[] = []
    mute.on('pong', () => heard.push('pong'))
    mute.ping()
    await until(() => stub.happened.filter((each) => each === 'ping').length === 2)
    stub.peers[1]?.send('later')
    await once(mute, 'message')
    expect(heard).toEqual([])
  })

  it('are ended with a code, or without a word', async () => {
    const { socket: told } = await dial('/a')
    stub.peers[0]?.close(1008, 'too many')
    expect((await once(told, 'close')).map(String)).toEqual(['1008', 'too many'])
    const { socket: cut } = await dial('/b')
    stub.peers[1]?.terminate()
    expect((await once(cut, 'close'))[0]).toBe(1006)
  })

  it('can be refused with a status', async () => {
    const socket = new WebSocket(`ws://${origin}/refused`)
    const [error] = (await once(socket, 'error')) as [Error]
    expect(error.message).toContain('503')
  })

  it('that never finish their handshake are forgotten', async () => {
    const [host, port] = origin.split(':')
    const raw = connect(Number(port), host)
    raw.write(
      `GET /x HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: bad\r\n\r\n`,
    )
    await until(() => stub.happened.includes('closed'))
    raw.destroy()
  })
})

describe('the control surface', () => {
  const control = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`http://${origin}/control`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  it('carries out one command, or several in order', async () => {
    expect(await (await control({ do: 'heal' })).json()).toEqual({ ok: true, value: { do: 'heal' } })
    const several = await control([{ do: 'heal' }, { do: 'bad' }, { do: 'bot' }])
    expect(several.status).toBe(400)
    expect(await several.json()).toMatchObject([
      { ok: true },
      { ok: false, message: expect.stringContaining('POST /control') },
      { ok: true },
    ])
  })

  it('shows the state of one account, or of all', async () => {
    const one = await fetch(`http://${origin}/control/state?account=two`)
    expect(await one.json()).toEqual({ ok: true, value: { do: 'state', account: 'two' } })
    const all = await fetch(`http://${origin}/control/state`)
    expect(await all.json()).toMatchObject({ ok: true, value: { one: { account: 'one' }, two: { account: 'two' } } })
  })

  it.each([
    ['{', {}, 400, 'not JSON'],
    [{ do: 'heal' }, { origin: 'https://example.org' }, 403, 'does not listen to web pages'],
  ])('refuses %j with %j in a sentence', async (body, headers, status, words) => {
    const answer = await control(body, headers)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ ok: false, message: expect.stringContaining(words) })
  })

  it('has no other paths', async () => {
    expect((await fetch(`http://${origin}/control/secrets`)).status).toBe(404)
    expect((await fetch(`http://${origin}/control`)).status).toBe(404)
  })
})

it('a taken port is explained in a sentence', async () => {
  const port = Number(origin.split(':')[1])
  const second = createSimulatorServer({ simulator: stub.simulator, accounts: [], translate: createTranslate('en') })
  const refused = await second.listen(port, '127.0.0.1')
  expect(refused).toMatchObject({
    ok: false,
    failure: { sentence: { id: 'command.port-taken', values: { port: String(port) } } },
  })
})
