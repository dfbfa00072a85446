import { timingSafeEqual } from 'node:crypto'
import type { Pulses } from '../../engine/health/pulses.ts'
import { sameToken } from './guard.ts'
import type { Answer, Ask } from './server.ts'

const PATH = /^\/heartbeat\/([^/]+)$/
const LONGEST_S = 86_400

/**
 * Heartbeats of other programs, documented in docs/operations.md: POST says that one lives, DELETE that it is waited
 * for no more. Null for every other path.
 */
export function takeBeat(ask: Ask, token: string, pulses: () => Pick<Pulses, 'heard' | 'forget'>): Answer | null {
  const name = PATH.exec(ask.path)?.[1]
  if (name === undefined) return null
  if (!sameToken(ask.headers['authorization'] ?? '', `Bearer ${token}`, timingSafeEqual))
    return said(401, 'The token is missing or another one.')
  if (ask.method === 'DELETE') return forget(name, pulses())
  if (ask.method !== 'POST') return said(405, 'A heartbeat is a POST; DELETE ends waiting for it.')
  const every = ask.query.get('every') ?? ask.headers['tidemark-every'] ?? null
  const seconds = every === null ? null : readSeconds(every)
  return seconds === 'unreadable'
    ? said(400, 'every is a number of seconds, at most a day.')
    : hear(name, seconds, pulses())
}

function hear(name: string, seconds: number | null, pulses: Pick<Pulses, 'heard'>): Answer {
  switch (pulses.heard(name, seconds === null ? null : seconds * 1000)) {
    case 'taken':
      return said(200, 'OK')
    case 'bad-name':
      return said(400, 'A name has up to 60 letters of a-z, A-Z, 0-9, dot, dash and underscore.')
    case 'too-many':
      return said(429, 'Too many programs are watched already; DELETE one first.')
  }
}

function forget(name: string, pulses: Pick<Pulses, 'forget'>): Answer {
  return pulses.forget(name) === 'forgotten' ? said(200, 'OK') : said(404, 'No such heartbeat is waited for.')
}

function readSeconds(text: string): number | 'unreadable' {
  const seconds = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return seconds >= 1 && seconds <= LONGEST_S ? seconds : 'unreadable'
}

function said(status: number, word: string): Answer {
  return { status, body: { status: word } }
}
