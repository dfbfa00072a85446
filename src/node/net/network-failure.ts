import type { Failure } from '../../shared/result.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'
import { addressOf, type Route } from './proxy-choice.ts'

/** What was being attempted when it failed; `host` carries no path and no query. */
export interface Attempt {
  readonly host: string
  readonly route: Route
  readonly timeoutMs: number | null
}

const TIMEOUTS = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'TimeoutError',
])
const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET'])
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ALTNAME/

/** What undici, ws, TLS or the system call reported, as a sentence that names the host and never the whole URL. */
export function networkFailure(error: unknown, { host, route, timeoutMs }: Attempt): Failure {
  const reason = codeOf(error)
  if (TIMEOUTS.has(reason) && timeoutMs !== null) return timedOut(host, timeoutMs)
  if (CERTIFICATE.test(reason)) return unavailable('network.certificate', { host, reason })
  if (route.kind === 'proxy' && UNREACHED.has(reason)) return proxyRefused(host, route.proxy, reason)
  return unavailable('network.unreachable', { host, reason })
}

export function timedOut(host: string, timeoutMs: number): Failure {
  return unavailable('network.timeout', { host, seconds: String(Math.round(timeoutMs / 100) / 10) })
}

export function proxyRefused(host: string, proxy: URL, reason: string): Failure {
  return unavailable('network.proxy-refused', { host, proxy: addressOf(proxy), reason })
}

export function proxyUnusable(host: string, route: Extract<Route, { kind: 'unusable' }>): Failure {
  return unavailable('network.proxy-unsupported', { host, proxy: route.address, kind: route.scheme })
}

export function tooLarge(host: string, megabytes: number): Failure {
  return unavailable('network.too-large', { host, megabytes: String(megabytes) })
}

/** An address somebody set by hand and mistyped. */
export function notAnAddress(text: string): Failure {
  const host = text.split('?')[0]?.slice(0, 100) ?? ''
  return { ...unavailable('network.unreachable', { host, reason: 'not an address' }), terminal: true }
}

/** The other side answered the WebSocket handshake with plain HTTP; it may have said how long to wait. */
export function handshakeRefused(host: string, status: number, retryAfter: string | undefined): Failure {
  const failure = unavailable('network.handshake', { host, status: String(status) })
  return retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter)
    ? { ...failure, retryAfterMs: Number(retryAfter) * 1000 }
    : failure
}

function unavailable(id: SentenceKey, values: Readonly<Record<string, string>>): Failure {
  return { code: 'unavailable', sentence: sentence(id, values) }
}

/** Messages may quote what was sent; codes never do. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause instanceof Error ? codeOf(error.cause) : error.name
}
