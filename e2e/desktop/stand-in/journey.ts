import type { Writable } from 'node:stream'
import { netError } from './net-errors.ts'
import { fetchOnce, type Hop } from './one-hop.ts'
import type { ReadRequest } from './request-options.ts'

/** The way of one request over its redirects to its answer, told by the events of its stream. */
export interface Journey {
  start(): void
  /** Goes where the redirect now told of leads; false when there is none. */
  follow(): boolean
  fail(why: string): void
  /** Ends it without a word. */
  cancel(): void
}

export interface JourneyPorts {
  readonly stream: Writable
  readonly read: ReadRequest
  readonly body: () => Buffer
  readonly isOnline: () => boolean
}

const MOST_REDIRECTS = 20

export function createJourney({ stream, read, body, isOnline }: JourneyPorts): Journey {
  const state = { hop: null as Hop | null, follow: null as (() => void) | null, isOver: false }

  /** One address of the way; the answer that is no redirect ends it. */
  async function travel(url: URL, method: string, left: number): Promise<void> {
    const { headers } = read
    state.hop = fetchOnce(url, { method, headers, body: body(), isOnline: isOnline() })
    try {
      const { response, redirect } = await state.hop.answered
      if (redirect === null) stream.emit('response', response)
      else redirected({ ...redirect, status: response.statusCode, headers: response.headers }, left)
    } catch (error) {
      fail(netError(error))
    }
  }

  function redirected(to: Redirect, left: number): void {
    if (read.redirect === 'error') return fail("Attempted to redirect, but redirect policy was 'error'")
    if (left === 0) return fail('net::ERR_TOO_MANY_REDIRECTS')
    const asked = { isFollowed: read.redirect === 'follow' }
    state.follow = () => void (asked.isFollowed = true)
    stream.emit('redirect', to.status, to.method, to.url.href, to.headers)
    state.follow = null
    if (state.isOver) return
    state.hop?.cancel()
    if (asked.isFollowed) void travel(to.url, to.method, left - 1)
    else fail('Redirect was cancelled')
  }

  function cancel(): void {
    state.isOver = true
    state.hop?.cancel()
  }

  function fail(why: string): void {
    if (state.isOver) return
    cancel()
    stream.destroy(new Error(why))
  }

  return {
    start: () => void (state.isOver || travel(read.url, read.method, MOST_REDIRECTS)),
    follow: () => {
      state.follow?.()
      return state.follow !== null
    },
    fail,
    cancel,
  }
}

interface Redirect {
  readonly url: URL
  readonly method: string
  readonly status: number
  readonly headers: object
}
