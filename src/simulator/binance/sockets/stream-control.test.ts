import { describe, expect, it } from 'vitest'
import { controlStreams, type StreamState } from './stream-control.ts'

const empty: StreamState = { streams: new Set(), combined: false }

function say(command: unknown, state: StreamState = empty) {
  const { reply, state: next } = controlStreams(typeof command === 'string' ? command : JSON.stringify(command), state)
  return { reply: JSON.parse(reply) as unknown, streams: [...next.streams], combined: next.combined }
}

describe('the control protocol', () => {
  it('subscribes, lists and unsubscribes, and acknowledges any name at all', () => {
    const first = say({ method: 'SUBSCRIBE', params: ['btcusdt@ticker', 'nonsense'], id: 1 })
    expect(first).toEqual({ reply: { result: null, id: 1 }, streams: ['btcusdt@ticker', 'nonsense'], combined: false })
    const state = { ...empty, streams: new Set(first.streams) }
    expect(say({ method: 'LIST_SUBSCRIPTIONS', id: 3 }, state).reply).toEqual({
      result: ['btcusdt@ticker', 'nonsense'],
      id: 3,
    })
    expect(say({ method: 'UNSUBSCRIBE', params: ['nonsense'], id: 2 }, state).streams).toEqual(['btcusdt@ticker'])
  })

  it('turns the wrapper on and tells of it', () => {
    expect(say({ method: 'SET_PROPERTY', params: ['combined', true], id: 4 })).toMatchObject({
      reply: { result: null, id: 4 },
      combined: true,
    })
    expect(say({ method: 'GET_PROPERTY', params: ['combined'], id: 5 }).reply).toEqual({ result: false, id: 5 })
  })

  it.each([
    ['{', 3, 'Invalid JSON'],
    ['[1]', 3, 'Invalid JSON'],
    [{ method: 'SHOUT', id: 1 }, 2, 'unknown variant `SHOUT`, expected one of `SUBSCRIBE`'],
    [{ id: 1 }, 2, 'missing field `method`'],
    [{ method: 'SUBSCRIBE', params: [] }, 2, 'request ID must be an unsigned integer'],
    [{ method: 'SUBSCRIBE', params: [], id: 'one' }, 2, 'request ID must be an unsigned integer'],
    [{ method: 'SUBSCRIBE', params: [], id: -1 }, 2, 'request ID must be an unsigned integer'],
    [{ method: 'SUBSCRIBE', id: 1 }, 2, 'missing field `params`'],
    [{ method: 'SUBSCRIBE', params: [1], id: 1 }, 2, 'missing field `params`'],
    [{ method: 'SET_PROPERTY', params: ['shape', true], id: 1 }, 0, 'Unknown property'],
    [{ method: 'SET_PROPERTY', params: ['combined', 'yes'], id: 1 }, 1, 'Invalid value type: expected Boolean'],
    [{ method: 'SET_PROPERTY', params: [7, true], id: 1 }, 2, 'property name must be a string'],
    [{ method: 'SET_PROPERTY', params: ['combined', true, 1], id: 1 }, 2, 'too many parameters'],
    [{ method: 'GET_PROPERTY', params: ['shape'], id: 1 }, 0, 'Unknown property'],
  ])('answers %j with an error that changes nothing', (command, code, words) => {
    const { reply, streams } = say(command)
    expect(reply).toMatchObject({ code })
    expect((reply as { msg: string }).msg).toContain(words)
    expect(streams).toEqual([])
  })
})
