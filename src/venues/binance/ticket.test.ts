import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import { payload, perform, refusal, valueOf } from './test/perform.ts'
import { listenKey } from './ticket.ts'

const ticket = { text: 'first-key' }
const methods = (asked: readonly Read[]) => asked.map(({ method, path, access }) => `${method} ${path} ${access}`)

describe('the listenKey', () => {
  it('is issued by POST with the key alone', () => {
    const asked: Read[] = []
    expect(valueOf(perform(listenKey.issue(), () => payload({ listenKey: 'first-key' }), asked))).toEqual(ticket)
    expect(methods(asked)).toEqual(['POST /fapi/v1/listenKey key'])
  })

  it('is kept alive every 30 minutes by PUT, and stays the same', () => {
    expect(listenKey.keepEvery).toBe(1_800_000)
    for (const body of [{ listenKey: 'first-key' }, {}])
      expect(valueOf(perform(listenKey.keep(ticket), () => payload(body)))).toEqual(ticket)
  })

  it('is issued anew when it has expired, so that the connection is made anew', () => {
    const asked: Read[] = []
    const exchange = (read: Read) =>
      read.method === 'PUT' ? refusal(read, 400, -1125) : payload({ listenKey: 'second-key' })
    expect(valueOf(perform(listenKey.keep(ticket), exchange, asked))).toEqual({ text: 'second-key' })
    expect(methods(asked)).toEqual(['PUT /fapi/v1/listenKey key', 'POST /fapi/v1/listenKey key'])
  })

  it('tells of another key, made by another program, as another ticket', () => {
    expect(valueOf(perform(listenKey.keep(ticket), () => payload({ listenKey: 'theirs' })))).toEqual({ text: 'theirs' })
  })

  it('does not give a key up because keeping it failed once', () => {
    const asked: Read[] = []
    expect(perform(listenKey.keep(ticket), (read) => refusal(read, 503, -1001), asked).ok).toBe(false)
    expect(methods(asked)).toEqual(['PUT /fapi/v1/listenKey key'])
  })

  it('refuses an answer without a key', () => {
    for (const body of [{}, { listenKey: '' }, null, []])
      expect(perform(listenKey.issue(), () => payload(body)).ok).toBe(false)
  })
})
