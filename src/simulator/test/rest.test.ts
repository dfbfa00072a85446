import { describe, expect, it } from 'vitest'
import { createScene, KEY, NOW, replyOf, signedHeaders } from './scene.ts'

const BALANCE = '/v5/account/wallet-balance'
const QUERY = 'accountType=UNIFIED'

describe('the five keys of every answer', () => {
  it.each(['/v5/market/time', '/v5/market/nowhere', BALANCE])('%s', async (path) => {
    const scene = createScene()
    const answer = await scene.raw(path, '')
    const body = answer.kind === 'answer' ? JSON.parse(answer.body) : {}
    expect(Object.keys(body)).toEqual(['retCode', 'retMsg', 'result', 'retExtInfo', 'time'])
    expect(body.time).toBe(NOW)
  })
})

describe('authentication', () => {
  it('accepts what the exchange accepts: −4 s, and just under +1 s', async () => {
    const scene = createScene()
    for (const off of [-5000, -4000, 0, 999]) {
      expect(replyOf(await scene.raw(BALANCE, QUERY, signedHeaders(QUERY, NOW + off))).retCode).toBe(0)
    }
  })

  it.each([-5001, 1000, 1500])('refuses a clock that is %i ms off', async (off) => {
    const scene = createScene()
    const reply = replyOf(await scene.raw(BALANCE, QUERY, signedHeaders(QUERY, NOW + off)))
    expect(reply.retCode).toBe(10002)
    expect(reply.retMsg).toContain(`req_timestamp[${NOW + off}],server_timestamp[${NOW}],recv_window[5000]`)
  })

  it('widens with recv_window, but never into the future', async () => {
    const scene = createScene()
    const code = async (off: number) =>
      replyOf(await scene.raw(BALANCE, QUERY, signedHeaders(QUERY, NOW + off, '20000'))).retCode
    expect(await code(-19_000)).toBe(0)
    expect(await code(1000)).toBe(10002)
  })

  it('checks the key before the time, and the time before the signature', async () => {
    const scene = createScene()
    const stranger = { ...KEY, apiKey: 'NOBODY' }
    const wrong = { ...KEY, secret: 'guess' }
    const code = async (headers: Readonly<Record<string, string>>) =>
      replyOf(await scene.raw(BALANCE, QUERY, headers)).retCode
    expect(await code(signedHeaders(QUERY, NOW - 60_000, '5000', stranger))).toBe(10003)
    expect(await code(signedHeaders(QUERY, NOW - 60_000, '5000', wrong))).toBe(10002)
    expect(await code(signedHeaders(QUERY, NOW, '5000', wrong))).toBe(10004)
    expect(await code({})).toBe(10003)
  })

  it('signs the bytes that were sent, not what they mean', async () => {
    const scene = createScene()
    const sent = 'category=linear&cursor=1%253A2%252C1%253A2&settleCoin=USDT'
    const meant = 'category=linear&cursor=1%3A2%2C1%3A2&settleCoin=USDT'
    const code = async (signed: string) =>
      replyOf(await scene.raw('/v5/position/list', sent, signedHeaders(signed, NOW))).retCode
    expect(await code(meant)).toBe(10004)
    expect(await code(sent)).toBe(10001)
  })

  it.each([
    ['expired', 33004],
    ['revoked', 10003],
    ['other-address', 10010],
  ])('knows a key that is %s', async (state, code) => {
    const scene = createScene()
    scene.command({ do: 'key-state', apiKey: KEY.apiKey, state })
    expect((await scene.get(BALANCE, QUERY)).retCode).toBe(code)
  })

  it('refuses public keys unless somebody can check them, and asks the one who can', async () => {
    const seen: unknown[] = []
    const key = { apiKey: 'RSAKEY', secret: 'public pem', signing: 'rsa' as const }
    const account = { ...(await import('./scene.ts')).plainAccount, keys: [key] }
    const headers = { ...signedHeaders(QUERY, NOW, '5000', key), 'X-BAPI-SIGN': 'c2ln' }
    const blind = createScene({ accounts: [account] })
    expect(replyOf(await blind.raw(BALANCE, QUERY, headers)).retCode).toBe(10004)
    const seeing = createScene({ accounts: [account], verify: (...asked) => seen.push(asked) > 0 })
    expect(replyOf(await seeing.raw(BALANCE, QUERY, headers)).retCode).toBe(0)
    expect(seen).toEqual([['rsa', 'public pem', `${NOW}RSAKEY5000${QUERY}`, 'c2ln']])
  })
})

describe('limits', () => {
  it('tells the budget in headers and refuses what exceeds it', async () => {
    const scene = createScene()
    const ask = () => scene.raw('/v5/user/query-api', '', signedHeaders('', NOW))
    const first = await ask()
    expect(first).toMatchObject({ headers: { 'x-bapi-limit': '10', 'x-bapi-limit-status': '9' } })
    for (let index = 0; index < 9; index++) await ask()
    const last = await ask()
    expect(replyOf(last).retCode).toBe(10006)
    expect(last).toMatchObject({ headers: { 'x-bapi-limit-reset-timestamp': String(NOW + 1000) } })
    await scene.clock.pass(1001)
    expect((await scene.get('/v5/user/query-api')).retCode).toBe(0)
  })

  it('bars an address after 600 requests in five seconds, for ten minutes', async () => {
    const scene = createScene()
    const ask = () => scene.raw('/v5/market/time', '')
    for (let index = 0; index < 600; index++) expect(await ask()).toMatchObject({ status: 200 })
    expect(await ask()).toMatchObject({ status: 403, body: 'access too frequent' })
    await scene.clock.pass(60_000)
    expect(await ask()).toMatchObject({ status: 403 })
    await scene.clock.pass(540_001)
    expect(await ask()).toMatchObject({ status: 200 })
  })

  it('answers a body on GET with the page of the network in front', async () => {
    const scene = createScene()
    const request = { method: 'GET', target: '/v5/market/time', headers: {}, body: '{}', address: 'x' }
    const answer = await scene.simulator.respond(request)
    expect(answer).toMatchObject({ status: 403, headers: { 'content-type': 'text/html' } })
  })
})

describe('account kinds and key rights', () => {
  it('serves a classic account its kind and nothing unified', async () => {
    const scene = createScene()
    scene.command({ do: 'account-kind', account: 'plain', kind: 'classic' })
    expect((await scene.get('/v5/account/info')).result.unifiedMarginStatus).toBe(1)
    expect((await scene.get(BALANCE, QUERY)).retCode).toBe(10028)
  })

  it('keeps the permission lists filled on a read-only key', async () => {
    const scene = createScene()
    const rights = async () => (await scene.get('/v5/user/query-api')).result
    expect(await rights()).toMatchObject({ readOnly: 1, uta: 1, permissions: { ContractTrade: ['Order', 'Position'] } })
    scene.command({ do: 'key-rights', apiKey: KEY.apiKey, rights: 'withdraw' })
    const loud = await rights()
    expect(loud.readOnly).toBe(0)
    expect(loud.permissions.Wallet).toContain('Withdraw')
  })
})
