import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HttpAnswer } from '../../engine/ports/http.ts'
import type { ReadOutcome } from '../../engine/ports/plan.ts'
import { outcomeOf } from './answer.ts'
import { keyRightsRead, publicRead, signedRead } from './reads.ts'

const read = signedRead('/fapi/v3/account', 5)
const DATE = 'Sat, 21 Nov 2026 10:40:10 GMT'

function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { kind: 'answer', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

function verdict(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): string {
  return told(outcomeOf(read, answer(status, body, headers)))
}

function told(outcome: ReadOutcome): string {
  if (outcome.kind === 'payload') return 'payload'
  const { failure, remedy } = outcome
  return `${remedy} ${failure.sentence.id}${failure.terminal === true ? ' terminal' : ''}`
}

const coded = (code: number) => ({ code, msg: 'a text that varies' })

describe('what an answer means', () => {
  it('is a payload when it is what was asked for', () => {
    expect(outcomeOf(read, answer(200, { serverTime: 7 }))).toMatchObject({ kind: 'payload', at: 7 })
    expect(verdict(200, [])).toBe('payload')
  })

  it.each([
    [400, -1021, 'clock venue.clock'],
    [400, -1022, 'stop venue.signature-refused terminal'],
    [401, -2014, 'stop venue.key-invalid terminal'],
    [401, -2015, 'stop venue.key-or-address terminal'],
    [400, -2017, 'stop venue.key-or-address terminal'],
    [400, -1011, 'stop venue.address-refused terminal'],
    [400, -4109, 'stop venue.inactive-account terminal'],
    [400, -4402, 'stop venue.region terminal'],
    [400, -1121, 'without venue.unknown-symbol'],
    [400, -1125, 'without venue.refused'],
    [400, -1109, 'retry venue.maintenance'],
    [503, -1008, 'retry venue.maintenance'],
    [400, -1000, 'retry venue.maintenance'],
    [429, -1003, 'rest venue.rate-limit'],
    [503, -1016, 'rest venue.maintenance'],
    [400, -1102, 'without venue.refused'],
    [404, 0, 'without venue.refused'],
  ])('HTTP %i with code %i', (status, code, expected) => {
    expect(verdict(status, coded(code))).toBe(expected)
  })

  it('reads maintenance in every shape it comes in', () => {
    expect(verdict(200, { 239999: 'The system is under maintenance' })).toBe('rest venue.maintenance')
    expect(verdict(200, '<html>back soon</html>')).toBe('rest venue.maintenance')
    expect(verdict(403, '<html>forbidden</html>')).toBe('rest venue.maintenance')
    expect(verdict(503, 'Service Unavailable.')).toBe('retry venue.maintenance')
    expect(verdict(408, '')).toBe('retry venue.maintenance')
  })

  it('names the region block, with or without a code', () => {
    expect(verdict(451, coded(0))).toBe('stop venue.region terminal')
    expect(verdict(451, '<html>')).toBe('stop venue.region terminal')
  })

  it('lets an account go on when only the wallet host refuses', () => {
    expect(told(outcomeOf(keyRightsRead(), answer(401, coded(-2015))))).toBe('without venue.key-or-address terminal')
  })

  it('hands a network failure on', () => {
    const failure = { code: 'unavailable', sentence: { id: 'network.timeout', values: {} } } as const
    expect(outcomeOf(read, { kind: 'failed', failure })).toMatchObject({ failure, remedy: 'retry' })
  })
})

describe('patience', () => {
  const rest = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): number | undefined => {
    const outcome = outcomeOf(read, answer(status, body, headers))
    return outcome.kind === 'failed' ? outcome.failure.retryAfterMs : undefined
  }
  const banned = { code: -1003, msg: 'Way too many requests; IP(1.2.3.4) banned until 1795257720000. Please use' }

  it('waits as long as the exchange asks, else for its next minute', () => {
    expect(rest(429, coded(-1003), { 'retry-after': '7' })).toBe(7000)
    expect(rest(429, coded(-1003), { date: DATE })).toBe(50_000)
    expect(rest(429, coded(-1003))).toBe(60_000)
  })

  it('waits until a ban ends, by the clock of the exchange', () => {
    const left = 1_795_257_720_000 - Date.parse(DATE)
    expect(rest(418, banned, { date: DATE })).toBe(left)
    expect(rest(429, banned, { date: DATE })).toBe(left)
    expect(rest(418, banned)).toBe(120_000)
    expect(rest(418, '<html>', { 'retry-after': '300' })).toBe(300_000)
    expect(verdict(418, banned)).toBe('rest venue.banned')
  })
})

describe('budgets', () => {
  const budgets = (path: string, value: string) =>
    outcomeOf(publicRead(path, 1), answer(200, {}, { 'x-mbx-used-weight-1m': value })).budgets

  it('reads the used weight, except where it is known to be wrong', () => {
    expect(budgets('/fapi/v1/time', '37')).toEqual([{ bucket: 'weight', used: 37, limit: null }])
    expect(budgets('/fapi/v1/ticker/bookTicker', '37')).toEqual([])
    expect(budgets('/fapi/v1/time', 'many')).toEqual([])
  })
})

it('never throws, whatever the answer is', () => {
  const headers = fc.dictionary(fc.constantFrom('date', 'retry-after', 'x-mbx-used-weight-1m'), fc.string())
  const body = fc.oneof(fc.string({ unit: 'binary' }), fc.json())
  const property = fc.property(fc.integer({ min: 100, max: 599 }), body, headers, (status, text, names) => {
    const outcome = outcomeOf(read, answer(status, text, names))
    if (outcome.kind === 'failed' && outcome.failure.retryAfterMs !== undefined)
      expect(outcome.failure.retryAfterMs).toBeGreaterThan(0)
  })
  fc.assert(property, { numRuns: 500 })
})
