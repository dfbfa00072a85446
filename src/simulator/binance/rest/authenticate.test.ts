import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { authenticate, signedPayload, type KeyRing } from './authenticate.ts'

// Keys, payloads and signatures are the worked example of the venue's "general info" page, completed.
const SECRET = '2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9'
const KEY = 'dbefbc809e3e83c283a984c3a1459732ea7db1360ca80c5c2c8867408d28cc83'
const NOW = 1_795_257_600_000

const ring: KeyRing<string> = {
  find: (apiKey) => (apiKey === KEY ? SECRET : null),
  verify: (secret, payload, signature) => createHmac('sha256', secret).update(payload).digest('hex') === signature,
}
const sign = (payload: string) => createHmac('sha256', SECRET).update(payload).digest('hex')

function attempt(query: string, more: { body?: string; apiKey?: string | null; now?: number } = {}) {
  const request = { target: `/fapi/v3/balance?${query}`, body: more.body ?? '', apiKey: more.apiKey ?? KEY }
  const outcome = authenticate(
    { ...request, apiKey: 'apiKey' in more ? (more.apiKey ?? null) : KEY },
    ring,
    more.now ?? NOW,
  )
  return outcome.ok ? 'accepted' : `${outcome.failure.status} ${outcome.failure.code} ${outcome.failure.message}`
}
const signed = (query: string) => `${query}&signature=${sign(query)}`

describe('a signed request', () => {
  it('is accepted with the published signature of the worked example', () => {
    const query = `recvWindow=5000&timestamp=${NOW}`
    expect(attempt(`${query}&signature=5bbee480a0362df262042f076ef1d31f9fbc486608ac7d466dc1d3f6e9c1735a`)).toBe(
      'accepted',
    )
  })

  it.each([
    ['no key', { apiKey: null }, '401 -2014'],
    ['a key of no known form', { apiKey: 'a b' }, '401 -2014'],
    ['an unknown key', { apiKey: 'f'.repeat(64) }, '401 -2015'],
  ])('is refused with %s', (_what, more, refusal) => {
    expect(attempt(signed(`timestamp=${NOW}`), more)).toContain(refusal)
  })

  it('is refused without timestamp or signature', () => {
    expect(attempt('recvWindow=5000')).toContain("400 -1102 Mandatory parameter 'timestamp'")
    expect(attempt(`timestamp=${NOW}`)).toContain("400 -1102 Mandatory parameter 'signature'")
    expect(attempt(signed('timestamp=today'))).toContain('400 -1102')
  })

  it.each([
    [999, 'accepted'],
    [1000, "-1021 Timestamp for this request was 1000ms ahead of the server's time."],
    [-5000, 'accepted'],
    [-5001, '-1021 Timestamp for this request is outside of the recvWindow.'],
  ])('%d ms off the clock: %s', (off, outcome) => {
    expect(attempt(signed(`timestamp=${NOW + off}`))).toContain(outcome)
  })

  it('may widen its window up to a minute', () => {
    expect(attempt(signed(`recvWindow=60000&timestamp=${NOW - 60_000}`))).toBe('accepted')
    expect(attempt(signed(`recvWindow=60001&timestamp=${NOW}`))).toContain('-1102')
  })

  it('is verified over the raw bytes, not over what they mean', () => {
    const query = `symbol=%E5%B8%81USDT&timestamp=${NOW}`
    expect(attempt(signed(query))).toBe('accepted')
    expect(attempt(`${query}&signature=${sign(decodeURIComponent(query))}`)).toContain('400 -1022')
  })

  it('may not hide parameters behind its signature', () => {
    const query = `timestamp=${NOW}`
    expect(attempt(`${query}&signature=${sign(query)}&recvWindow=60000`)).toContain('-1022')
  })

  it('may be split between query and body, joined with nothing between', () => {
    const query = 'symbol=BTCUSDT&side=BUY&type=LIMIT'
    const body = `quantity=1&timestamp=${NOW}`
    expect(attempt(query, { body: `${body}&signature=${sign(query + body)}` })).toBe('accepted')
  })

  it('is refused with a parameter twice, or one that cannot be decoded', () => {
    expect(attempt(signed(`timestamp=${NOW}&timestamp=${NOW}`))).toContain('-1101')
    expect(attempt(signed(`symbol=%E5%&timestamp=${NOW}`))).toContain('-1100')
  })

  it('signs nothing of a body that is not a form', () => {
    expect(signedPayload('a=1&signature=00', '')).toBe('a=1')
    expect(attempt('', { body: JSON.stringify({ timestamp: NOW }) })).toContain('-1102')
  })
})
