import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import type { DownFrame } from '../../src/shared/frames.ts'
import { test } from '../support/house.ts'
import { openLink, type LinkClient } from './support/link-client.ts'

const IN_PATH = 'canary-in-the-path-of-a-hook'
const IN_QUERY = 'canary-in-the-query-of-a-hook'
const SIGNING = 'canary-that-a-hook-is-signed-with'
const BEAT = 'canary-of-a-heartbeat'

/** A receiver that says all it was told, and then some, in every part of its answer. */
async function openParrot() {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    const told = JSON.stringify({
      url: request.url,
      headers: request.headers,
      command: '/stop',
      text: 'sell everything',
    })
    response.writeHead(400, { 'content-type': 'application/json', 'x-told': encodeURIComponent(told) }).end(told)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, asked, close: () => void server.close() }
}

function call(link: LinkClient, id: number, path: string, input: unknown): Promise<DownFrame | null> {
  return link.say(
    JSON.stringify({ type: 'call', id, path, input }),
    (frame) => frame.type === 'done' && frame.id === id,
  )
}

/** The house searches files, log, output and answers afterwards; what the link says is searched here. */
test('an alert channel’s secrets are kept, and no receiver can have them repeated', async ({ house }) => {
  for (const secret of [IN_PATH, IN_QUERY, SIGNING, BEAT]) house.keepSecret(secret)
  await house.add({ venue: 'bybit', label: 'Main' })
  const loud = { environment: { TIDEMARK_LOG_LEVEL: 'debug', TIDEMARK_LOG: 'json' } }
  const server = await house.follow(
    house.start('headless', ['--data', house.folder, '--vault', 'file', '--port', '0'], loud),
  )
  const parrot = await openParrot()
  const link = await openLink(server.port, server.token)
  const choices = {
    channel: null,
    label: 'Hook',
    settings: { kind: 'webhook', preset: 'plain', host: '' },
    level: 'on',
    failover: null,
    secrets: {
      botToken: null,
      mailPassword: null,
      webhookAddress: `${parrot.address}/${IN_PATH}?key=${IN_QUERY}`,
      signingSecret: SIGNING,
    },
  }
  const saved = await call(link, 1, 'channels.save', choices)
  expect(saved).toMatchObject({ type: 'done', result: { ok: true, value: expect.any(String) } })
  const channel = (saved as { result: { value: string } }).result.value
  const tested = await call(link, 2, 'channels.test', { channel })
  expect(tested).toMatchObject({ type: 'done', result: { ok: false } })
  const beating = { enabled: true, address: `${parrot.address}/${BEAT}`, everyMs: 30_000, allClearAt: null }
  const changed = await call(link, 3, 'heartbeat.change', beating)
  const beaten = await call(link, 4, 'heartbeat.test', null)
  expect(beaten).toMatchObject({ result: { ok: false } })
  expect(parrot.asked.map(({ url }) => url)).toEqual(
    expect.arrayContaining([`/${IN_PATH}?key=${IN_QUERY}`, `/${BEAT}`]),
  )

  const rows = [await link.rows('channels.list'), await link.rows('heartbeat.state'), await link.rows('alerts.recent')]
  expect(JSON.stringify([saved, tested, changed, beaten, rows])).not.toMatch(/canary/)
  expect(await server.accountStates()).toHaveLength(1)
  link.close()
  expect((await server.stop()).code).toBe(0)
  parrot.close()
})
