import { describe, expect, it } from 'vitest'
import type { Heart } from '../../engine/ports/heart.ts'
import type { Result } from '../../shared/result.ts'
import { startLoopback, type Loopback } from '../test/loopback.ts'
import { impatientHttp, stopLater } from '../test/stage.ts'
import { createHeart } from './heart.ts'

const BEAT = { text: 'All is well — добре', everyMs: 60_000 }

const receiver = () => stopLater(startLoopback(() => ({ status: 200, body: 'OK' })))

function heartOf(loopback: Loopback, path: string, user = ''): Heart {
  const made = createHeart(`${loopback.url.replace('//', `//${user}`)}${path}`, impatientHttp())
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  return made.value
}

const said = (result: Result<unknown>) => (result.ok ? 'taken' : result.failure.sentence)

describe('a beat', () => {
  it('is a post of plain text that any answer of success takes', async () => {
    const loopback = await receiver()
    expect(await heartOf(loopback, '/ping/secret').beat(BEAT)).toMatchObject({ ok: true })
    const [request] = loopback.received
    expect([request?.method, request?.path, request?.body.toString()]).toEqual(['POST', '/ping/secret', BEAT.text])
    expect(request?.headers).toMatchObject({ 'tidemark-every': '60', 'x-priority': 'min' })
    expect(request?.headers['authorization']).toBeUndefined()
  })

  it('is a get where a post is not taken', async () => {
    const loopback = await receiver()
    loopback.behave((index) => (index === 0 ? { status: 405, body: '' } : 'proper'))
    expect(said(await heartOf(loopback, '/push').beat(BEAT))).toBe('taken')
    expect(loopback.received.map(({ method }) => method)).toEqual(['POST', 'GET'])
  })

  it.each([
    [':token-1@', 'Bearer token-1'],
    ['me:pass@', `Basic ${Buffer.from('me:pass').toString('base64')}`],
  ])('of an address with %s says %s', async (user, authorization) => {
    const loopback = await receiver()
    await heartOf(loopback, '/heartbeat/home', user).beat(BEAT)
    expect(loopback.received[0]?.headers['authorization']).toBe(authorization)
  })

  it.each([
    [{ status: 404, body: 'secret' }, 'HTTP 404'],
    [{ status: 302, headers: { location: 'https://elsewhere.example/' }, body: '' }, 'HTTP 302'],
    ['nothing', 'timeout'],
  ] as const)('that is answered by %o failed, and says why', async (behaviour, reason) => {
    const loopback = await receiver()
    loopback.behave(() => behaviour)
    const { host, beat } = heartOf(loopback, '/ping/secret')
    expect(said(await beat(BEAT))).toEqual({ id: 'heartbeat.failed', values: { host, reason } })
    expect(host).toBe(loopback.url.slice('http://'.length))
  })
})

it.each([
  ['', 'heartbeat.no-address'],
  ['hc-ping.com/1', 'heartbeat.no-address'],
  ['ftp://hc-ping.com/1', 'heartbeat.no-address'],
  ['http://hc-ping.com/1', 'heartbeat.bad-address'],
])('%s is no address of a heart', (address, id) => {
  const made = createHeart(address, impatientHttp())
  expect(made).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'address', sentence: { id } } })
})
