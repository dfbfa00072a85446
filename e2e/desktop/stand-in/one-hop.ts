import { request as plain, type IncomingMessage as NodeMessage } from 'node:http'
import { request as secure } from 'node:https'
import { PassThrough } from 'node:stream'
import { netError } from './net-errors.ts'
import type { RequestHeaders } from './request-options.ts'

/** One request to one address. */
export interface Hop {
  readonly answered: Promise<Answered>
  cancel(): void
}

interface Answered {
  readonly response: Answer
  /** Where it sends on to, and by which method; null when it does not. */
  readonly redirect: { readonly url: URL; readonly method: string } | null
}

/** Electron's `IncomingMessage`: a readable stream that knows what it answers. */
export type Answer = PassThrough & Pick<NodeMessage, 'headers' | 'rawHeaders' | 'httpVersion'> & { statusCode: number }

export interface HopOptions {
  readonly method: string
  readonly headers: RequestHeaders
  readonly body: Buffer
  readonly isOnline: boolean
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

export function fetchOnce(url: URL, { method, headers, body, isOnline }: HopOptions): Hop {
  if (!isOnline && !LOOPBACK.includes(url.hostname)) return failed('net::ERR_INTERNET_DISCONNECTED')
  const start = url.protocol === 'https:' ? secure : plain
  const named = Object.fromEntries([...headers.values()].map(({ name, value }) => [name, value]))
  const sent = start(url, { method, headers: named })
  const state = { isCancelled: false }
  const answered = new Promise<Answered>((resolve, reject) => {
    sent.on('response', (message) => {
      resolve({ response: wrap(message, () => state.isCancelled), redirect: redirectOf(url, method, message) })
    })
    sent.on('error', reject)
  })
  sent.end(body)
  return {
    answered,
    cancel: () => {
      state.isCancelled = true
      sent.destroy()
    },
  }
}

function failed(why: string): Hop {
  return { answered: Promise.reject(new Error(why)), cancel: () => undefined }
}

/** A body that breaks off ends in Chromium's error; one that was cancelled ends without a word. */
function wrap(message: NodeMessage, isCancelled: () => boolean): Answer {
  const { statusCode = 0, statusMessage = '', headers, rawHeaders, httpVersion } = message
  const { httpVersionMajor, httpVersionMinor } = message
  const facts = { statusCode, statusMessage, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor }
  const answer = Object.assign(new PassThrough(), facts)
  message.on('aborted', () => answer.emit('aborted'))
  message.on('error', (error) => (isCancelled() ? answer.destroy() : answer.destroy(new Error(brokenOff(error)))))
  message.pipe(answer)
  return answer
}

function brokenOff(error: Error): string {
  const why = netError(error)
  return why === 'net::ERR_CONNECTION_RESET' ? 'net::ERR_CONTENT_LENGTH_MISMATCH' : why
}

/** As browsers do: a POST that is sent on becomes a GET unless the status says to repeat it. */
function redirectOf(url: URL, method: string, { statusCode = 0, headers }: NodeMessage): Answered['redirect'] {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return null
  const to = URL.parse(headers.location, url)
  if (to === null) return null
  const isRepeated = statusCode > 303 || ['GET', 'HEAD'].includes(method)
  return { url: to, method: isRepeated ? method : 'GET' }
}
