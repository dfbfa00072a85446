import { validateHeaderName, validateHeaderValue } from 'node:http'
import type { ClientRequestConstructorOptions } from 'electron'

/** Tells that Electron refuses it, and throws. */
export type Forbid = (sentence: string) => never

export type RequestOptions = string | ClientRequestConstructorOptions

export interface ReadRequest {
  readonly url: URL
  readonly method: string
  readonly redirect: 'follow' | 'error' | 'manual'
  readonly headers: RequestHeaders
}

/** By lower-case name; the name is sent as it was set. */
export type RequestHeaders = Map<string, { readonly name: string; readonly value: string }>

/** Which Chromium sets itself; Electron refuses a request that brings them (electronjs.org/docs/api/client-request). */
const OWN = ['content-length', 'host', 'trailer', 'te', 'upgrade', 'cookie2', 'keep-alive', 'transfer-encoding']

export function readRequest(forbid: Forbid, given: RequestOptions): ReadRequest {
  const options = typeof given === 'string' ? { url: given } : given
  const url = URL.parse(options.url ?? addressOf(options)) ?? forbid('net.request: the address is none.')
  if (!['http:', 'https:'].includes(url.protocol)) forbid(`net.request: Protocol "${url.protocol}" not supported.`)
  const redirect = options.redirect ?? 'follow'
  const isPolicy = ['follow', 'error', 'manual'].includes(redirect)
  if (!isPolicy) forbid('net.request: redirect mode should be one of follow, error or manual.')
  const headers: RequestHeaders = new Map()
  for (const [name, value] of Object.entries(options.headers ?? {})) setRequestHeader(forbid, headers, name, value)
  return { url, method: (options.method ?? 'GET').toUpperCase(), redirect, headers }
}

function addressOf({ protocol = 'http:', host, hostname, port, path }: ClientRequestConstructorOptions): string {
  const place = host ?? `${hostname ?? 'localhost'}${port === undefined ? '' : `:${port}`}`
  return `${protocol}//${place}${path ?? '/'}`
}

export function setRequestHeader(forbid: Forbid, headers: RequestHeaders, name: string, value: unknown): void {
  const text = String(value)
  try {
    validateHeaderName(name)
    validateHeaderValue(name, text)
  } catch {
    forbid(`net.request: Invalid value for header '${name}'.`)
  }
  const key = name.toLowerCase()
  if (OWN.includes(key)) forbid(`net.request: the header “${name}” may not be set (net::ERR_INVALID_ARGUMENT).`)
  headers.set(key, { name, value: text })
}
