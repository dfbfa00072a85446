import { expect, test } from 'vitest'
import { startProxy, type ConnectProxy } from '../test/connect-proxy.ts'
import { startServer } from '../test/local-server.ts'
import { createDiary, openNet } from '../test/open-net.ts'

/** Only the proxy knows the way to this name, so what arrives went through it. */
const NAME = 'exchange.test'
const CREDENTIALS = 'trader:s3cret-Pass'

async function behindProxy(credentials?: string) {
  const server = await startServer({
    respond: (request, response) => void response.end(`path ${request.url}`),
    connected: (client) => client.send('welcome'),
  })
  const proxy = await startProxy({ leadsTo: server.port, ...(credentials === undefined ? {} : { credentials }) })
  return { proxy, server }
}

async function throughBoth(net: ReturnType<typeof openNet>) {
  const diary = createDiary()
  const answer = await net.http.send({ method: 'GET', url: `http://${NAME}/time`, headers: {}, timeoutMs: 5000 })
  net.sockets.open(`ws://${NAME}/stream`, diary.listener)
  await diary.until(answer.kind === 'answer' ? 'text' : 'closed')
  return { answer, events: diary.events }
}

function expectPassed(outcome: Awaited<ReturnType<typeof throughBoth>>, proxy: ConnectProxy): void {
  expect(outcome.answer).toMatchObject({ status: 200, body: 'path /time' })
  expect(outcome.events).toEqual(['opened', 'text welcome'])
  expect(proxy.asked).toEqual([`${NAME}:80`, `${NAME}:80`])
}

test('the environment’s proxy carries REST and WebSocket', async () => {
  const { proxy } = await behindProxy()
  expectPassed(await throughBoth(openNet({ HTTP_PROXY: `http://${proxy.address}` })), proxy)
})

test('the system’s proxy carries REST and WebSocket, and is asked about the web address', async () => {
  const { proxy } = await behindProxy()
  const asked: string[] = []
  const resolve = (url: string) => {
    asked.push(url)
    return Promise.resolve(`PROXY ${proxy.address}; DIRECT`)
  }
  expectPassed(await throughBoth(openNet({}, resolve)), proxy)
  expect(asked).toEqual([`http://${NAME}/time`, `http://${NAME}/stream`])
})

test('credentials are sent to the proxy and hidden from the log', async () => {
  const { proxy } = await behindProxy(CREDENTIALS)
  const net = openNet({ HTTP_PROXY: `http://${CREDENTIALS}@${proxy.address}` })
  expectPassed(await throughBoth(net), proxy)
  expect(net.hidden).toContain('s3cret-Pass')
})

test('a proxy that refuses is named without its credentials, in both', async () => {
  const { proxy } = await behindProxy(CREDENTIALS)
  const { answer, events } = await throughBoth(openNet({ HTTP_PROXY: `http://trader:wrong-Pass@${proxy.address}` }))
  expect(answer).toMatchObject({
    failure: {
      sentence: { id: 'network.proxy-refused', values: { host: NAME, proxy: proxy.address, reason: 'HTTP 407' } },
    },
  })
  expect(JSON.stringify(answer)).not.toContain('wrong-Pass')
  expect(events).toEqual(['closed 1006 network.proxy-refused'])
})

test('a password with a percent sign is taken as it stands, and as it is escaped', async () => {
  for (const written of ['100%', '100%25']) {
    const { proxy } = await behindProxy('trader:100%')
    expectPassed(await throughBoth(openNet({ HTTP_PROXY: `http://trader:${written}@${proxy.address}` })), proxy)
  }
})

test('a proxy that is not there is blamed, not the exchange', async () => {
  const { answer, events } = await throughBoth(openNet({ HTTP_PROXY: 'http://127.0.0.1:1' }))
  expect(answer).toMatchObject({ failure: { sentence: { id: 'network.proxy-refused' } } })
  expect(events).toEqual(['closed 1006 network.proxy-refused'])
})

test('a proxy of a kind we do not speak is a sentence, in both', async () => {
  const { answer, events } = await throughBoth(openNet({ ALL_PROXY: 'socks5://127.0.0.1:1080' }))
  expect(answer).toMatchObject({
    failure: {
      sentence: {
        id: 'network.proxy-unsupported',
        values: { host: NAME, proxy: '127.0.0.1:1080', kind: 'socks5' },
      },
    },
  })
  expect(events).toEqual(['closed 1006 network.proxy-unsupported'])
})

test('NO_PROXY and our own machine are reached directly', async () => {
  const { proxy, server } = await behindProxy()
  const net = openNet({ HTTP_PROXY: `http://${proxy.address}` })
  expect(await net.http.send({ method: 'GET', url: server.http, headers: {}, timeoutMs: 5000 })).toMatchObject({
    status: 200,
  })
  expect(proxy.asked).toEqual([])
})
