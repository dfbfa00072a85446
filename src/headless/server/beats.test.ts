import { describe, expect, it } from 'vitest'
import { takeBeat } from './beats.ts'
import type { Ask } from './server.ts'

const TOKEN = 'a1b2c3'

function ask(changes: Partial<Omit<Ask, 'query'>> & { readonly query?: string } = {}) {
  const told: unknown[] = []
  const pulses = {
    heard: (...beat: readonly unknown[]) => {
      told.push(beat)
      return beat[0] === 'one-more'
        ? ('too-many' as const)
        : beat[0] === '%20'
          ? ('bad-name' as const)
          : ('taken' as const)
    },
    forget: (name: string) => (name === 'home' ? ('forgotten' as const) : ('unknown' as const)),
  }
  const { query = '', ...rest } = changes
  const headers = { authorization: `Bearer ${TOKEN}` }
  const usual = { method: 'POST', path: '/heartbeat/home', headers }
  const answer = takeBeat({ ...usual, ...rest, query: new URLSearchParams(query) }, TOKEN, () => pulses)
  return { told, status: answer?.status ?? null }
}

describe('a heartbeat of another program', () => {
  it('is heard, with its interval where it says one', () => {
    expect(ask()).toEqual({ status: 200, told: [['home', null]] })
    expect(ask({ query: 'every=60' })).toEqual({ status: 200, told: [['home', 60_000]] })
    const headers = { authorization: `Bearer ${TOKEN}`, 'tidemark-every': '30' }
    expect(ask({ headers }).told).toEqual([['home', 30_000]])
    expect(ask({ headers, query: 'every=90' }).told).toEqual([['home', 90_000]])
  })

  it.each([
    ['without the token', { headers: {} }, 401],
    ['with another token', { headers: { authorization: 'Bearer a1b2c4' } }, 401],
    ['with the token as a password', { headers: { authorization: TOKEN } }, 401],
    ['as a GET', { method: 'GET' }, 405],
    ['every nothing', { query: 'every=0' }, 400],
    ['every two days', { query: 'every=172800' }, 400],
    ['every moon', { query: 'every=moon' }, 400],
  ])('%s is turned away', (_, changes, status) => {
    expect(ask(changes)).toEqual({ status, told: [] })
  })

  it.each([
    ['/heartbeat/%20', 400],
    ['/heartbeat/one-more', 429],
    ['/heartbeat/a/b', null],
    ['/heartbeat/', null],
    ['/health', null],
  ])('at %s answers %s', (path, status) => {
    expect(ask({ path }).status).toBe(status)
  })

  it('is waited for no more once it is deleted', () => {
    expect(ask({ method: 'DELETE' })).toEqual({ status: 200, told: [] })
    expect(ask({ method: 'DELETE', path: '/heartbeat/other' }).status).toBe(404)
  })
})
