import { describe, expect, it } from 'vitest'
import type { RestTrouble } from '../../faults.ts'
import { createExchange, place, START, wish, KEY } from './exchange.ts'

const request = { method: 'GET', target: '/fapi/v1/time', headers: {}, body: '', address: '10.0.0.1' }

function refused(trouble: RestTrouble) {
  return createExchange().face.refuse(trouble, request)
}

describe('troubles ordered by the control surface', () => {
  it.each([
    [418, -1003, `banned until ${START + 120_000}`],
    [429, -1003, 'Too many requests'],
    [451, 0, 'restricted location'],
    [500, -1000, 'Internal error'],
    [503, -1001, 'Service Unavailable'],
  ] as const)('status %d carries the venue’s own words', (status, code, words) => {
    const answer = refused({ kind: 'status', status })
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toEqual({ code, msg: expect.stringContaining(words) })
    expect('retry-after' in answer.headers).toBe(status === 418 || status === 429)
  })

  it.each([
    [{ kind: 'status', status: 403 }, 403],
    [{ kind: 'status', status: 502 }, 502],
    [{ kind: 'html', status: 200 }, 200],
  ] as const)('%j is a page, not JSON', (trouble, status) => {
    const answer = refused(trouble)
    expect([answer.status, answer.headers['content-type'], answer.body.slice(0, 9)]).toEqual([
      status,
      'text/html',
      '<!DOCTYPE',
    ])
  })

  it.each([
    [-2015, 401],
    [-1021, 400],
    [-1008, 503],
    [-4109, 400],
    [-9999, 400],
  ])('code %d has status %d', (code, status) => {
    const answer = refused({ kind: 'code', code, message: null })
    expect([answer.status, (JSON.parse(answer.body) as { code: number }).code]).toEqual([status, code])
  })

  it('keeps the message it is given', () => {
    const answer = refused({ kind: 'code', code: -1016, message: 'Under maintenance.' })
    expect(JSON.parse(answer.body)).toEqual({ code: -1016, msg: 'Under maintenance.' })
  })
})

it('an empty list is a good answer with nothing in it', () => {
  const exchange = createExchange()
  place(exchange, wish('BTCUSDT', 'buy', '0.050'))
  const ask = (target: string) =>
    JSON.parse(
      exchange.face.respond({ ...request, headers: { 'x-mbx-apikey': KEY.apiKey }, target }, 'empty-list').body,
    ) as unknown
  expect(ask('/fapi/v1/premiumIndex')).toEqual([])
  expect(ask('/fapi/v1/exchangeInfo')).toMatchObject({ symbols: [], futuresType: 'U_MARGINED' })
  expect(ask('/fapi/v1/time')).toEqual({ serverTime: START })
})
