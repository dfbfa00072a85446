import * as check from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answer } from './answer.ts'
import { signedRead } from './reads.ts'
import { fixture, NOW, okBody, replied } from './test/kit.ts'

const read = signedRead('/v5/position/list')
const errors = fixture('errors')

describe('an answer', () => {
  it('bears a payload, its moment and what is left of the budget', () => {
    const headers = { 'x-bapi-limit': '50', 'x-bapi-limit-status': '47' }
    expect(answer(read, replied(okBody({ list: [] }), 200, headers))).toEqual({
      kind: 'payload',
      payload: { list: [] },
      at: NOW,
      budgets: [{ bucket: 'account', used: 3, limit: null }],
    })
  })

  it.each(['OK', 'success', 'SUCCESS', ''])('succeeds whatever its message says: %j', (retMsg) => {
    expect(answer(read, replied({ retCode: 0, retMsg, result: {} }))).toMatchObject({ kind: 'payload', at: null })
  })

  it.each([
    [10002, 'clock', 'venue.clock', undefined],
    [10003, 'stop', 'venue.key-invalid', true],
    [10004, 'stop', 'venue.signature-refused', true],
    [10005, 'without', 'venue.no-right', undefined],
    [10006, 'rest', 'venue.rate-limit', undefined],
    [10010, 'stop', 'venue.address-refused', true],
    [33004, 'stop', 'venue.key-expired', true],
  ])('code %i is met with %s and %s', (code, remedy, sentence, terminal) => {
    const outcome = answer(read, replied(errors[String(code)]))
    expect(outcome).toMatchObject({ kind: 'failed', remedy, failure: { sentence: { id: sentence } } })
    expect(outcome.kind === 'failed' && outcome.failure.terminal).toBe(terminal)
  })

  it.each([
    [-1, 'retry'],
    [10000, 'retry'],
    [10001, 'without'],
    [10007, 'stop'],
    [10008, 'stop'],
    [10009, 'stop'],
    [10016, 'retry'],
    [10017, 'without'],
    [10018, 'rest'],
    [10024, 'stop'],
    [10028, 'stop'],
    [-2015, 'stop'],
    [429, 'rest'],
    [987654, 'retry'],
  ])('code %i with no result at all is met with %s', (retCode, remedy) => {
    expect(answer(read, replied({ retCode, retMsg: 'x', result: null }))).toMatchObject({ kind: 'failed', remedy })
    expect(answer(read, replied({ retCode, retMsg: 'x' }, 401))).toMatchObject({ kind: 'failed', remedy })
  })

  it('a rate limit rests until the moment the header names', () => {
    const headers = {
      'x-bapi-limit': '50',
      'x-bapi-limit-status': '0',
      'x-bapi-limit-reset-timestamp': String(NOW + 640),
    }
    const body = { ...errors['10006'], time: NOW }
    expect(answer(read, replied(body, 200, headers))).toMatchObject({
      remedy: 'rest',
      failure: { retryAfterMs: 640 },
      budgets: [{ used: 50, limit: null }],
    })
    expect(answer(read, replied(body))).toMatchObject({ failure: { retryAfterMs: 1000 } })
  })

  it.each([
    [
      403,
      '<html>The Amazon CloudFront distribution is configured to block access from your country</html>',
      'rest',
      'venue.region',
    ],
    [403, 'access too frequent', 'rest', 'venue.banned'],
    [429, 'Too Many Requests', 'rest', 'venue.rate-limit'],
    [500, '', 'retry', 'venue.maintenance'],
    [502, '<html>Bad Gateway</html>', 'retry', 'venue.maintenance'],
    [503, '{"broken', 'retry', 'venue.maintenance'],
    [401, '', 'stop', 'venue.key-or-address'],
    [404, 'not found', 'without', 'venue.refused'],
    [200, '<html>captive portal</html>', 'retry', 'venue.unreadable'],
    [200, '', 'retry', 'venue.unreadable'],
    [200, '[]', 'retry', 'venue.unreadable'],
    [200, '{"retCode":"0"}', 'retry', 'venue.unreadable'],
  ])('HTTP %i with body %j is met with %s', (status, body, remedy, sentence) => {
    expect(answer(read, replied(body, status))).toMatchObject({
      kind: 'failed',
      remedy,
      failure: { sentence: { id: sentence } },
    })
  })

  it('an address that asked too often rests ten minutes; a 429 as long as it says', () => {
    expect(answer(read, replied('access too frequent', 403))).toMatchObject({ failure: { retryAfterMs: 600_000 } })
    expect(answer(read, replied('', 429, { 'retry-after': '7' }))).toMatchObject({ failure: { retryAfterMs: 7000 } })
  })

  it('a broken connection keeps its own sentence', () => {
    const failure = {
      code: 'unavailable',
      sentence: { id: 'network.timeout', values: { host: 'api.bybit.com', seconds: '10' } },
    } as const
    expect(answer(read, { kind: 'failed', failure })).toEqual({ kind: 'failed', failure, remedy: 'retry', budgets: [] })
  })

  it('never repeats the exchange’s text, in which 10004 echoes the key', () => {
    expect(JSON.stringify(errors['10004'])).toContain('SIMKEY')
    expect(JSON.stringify(answer(read, replied(errors['10004'])))).not.toContain('SIMKEY')
    check.assert(
      check.property(check.integer(), check.integer({ min: 200, max: 599 }), (retCode, status) => {
        const body = { retCode: retCode === 0 ? 1 : retCode, retMsg: 'canary-7f3a', result: 'canary-7f3a' }
        expect(JSON.stringify(answer(read, replied(body, status)))).not.toContain('canary')
        expect(JSON.stringify(answer(read, replied('canary-7f3a', status)))).not.toContain('canary')
      }),
    )
  })

  it('never throws, whatever comes', () => {
    check.assert(
      check.property(
        check.integer({ min: 100, max: 599 }),
        check.oneof(check.json(), check.string()),
        (status, body) => {
          expect(['payload', 'failed']).toContain(answer(read, replied(body, status)).kind)
        },
      ),
    )
  })
})
