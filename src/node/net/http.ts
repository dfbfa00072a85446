import { Agent, ProxyAgent, request, type Dispatcher } from 'undici'
import type { Http, HttpAnswer, HttpRequest } from '../../engine/ports/http.ts'
import type { Failure } from '../../shared/result.ts'
import { networkFailure, notAnAddress, proxyRefused, proxyUnusable, tooLarge, type Attempt } from './network-failure.ts'
import type { Route } from './proxy-choice.ts'
import type { Routes } from './routes.ts'

const MEGABYTE = 1024 * 1024
const LARGEST_BODY = 64 * MEGABYTE
const KEEP_ALIVE_MS = 30_000
/** A tunnel the proxy does not open is reported by undici in words alone. */
const TUNNEL_REFUSED = /^Proxy response \((\d+)\)/

export interface NodeHttp extends Http {
  close(): Promise<void>
}

/** HTTP over undici: connections are kept and shared, redirects are answers, bodies are bounded. */
export function createNodeHttp(routes: Routes): NodeHttp {
  const dispatchers = createDispatchers()

  async function send(wish: HttpRequest): Promise<HttpAnswer> {
    const url = URL.parse(wish.url)
    if (url === null) return failed(notAnAddress(wish.url))
    const { host } = url
    const route = await routes.routeFor(url)
    if (route.kind === 'unusable') return failed(proxyUnusable(host, route))
    try {
      return await exchange(wish, dispatchers.of(route), host)
    } catch (error) {
      return failed(failureOf(error, { host, route, timeoutMs: wish.timeoutMs }))
    }
  }

  return { send, close: dispatchers.close }
}

async function exchange(wish: HttpRequest, dispatcher: Dispatcher, host: string): Promise<HttpAnswer> {
  const { statusCode, headers, body } = await request(wish.url, {
    dispatcher,
    method: wish.method,
    headers: wish.headers,
    body: wish.body ?? null,
    signal: AbortSignal.timeout(wish.timeoutMs),
  })
  const text = await readBounded(body)
  if (text === null) return failed(tooLarge(host, LARGEST_BODY / MEGABYTE))
  return { kind: 'answer', status: statusCode, headers: flatten(headers), body: text }
}

/** Null when the body is larger than we accept; the rest of it is not read. */
async function readBounded(body: AsyncIterable<Buffer>): Promise<string | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > LARGEST_BODY) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), typeof value === 'string' ? value : value.join(', ')]],
    ),
  )
}

function failureOf(error: unknown, attempt: Attempt): Failure {
  const refused = TUNNEL_REFUSED.exec(error instanceof Error ? error.message : '')
  if (refused !== null && attempt.route.kind === 'proxy') {
    return proxyRefused(attempt.host, attempt.route.proxy, `HTTP ${refused[1] ?? '?'}`)
  }
  return networkFailure(error, attempt)
}

function failed(failure: Failure): HttpAnswer {
  return { kind: 'failed', failure }
}

/** One pool of connections for the direct way and one per proxy. */
function createDispatchers() {
  const options = { keepAliveTimeout: KEEP_ALIVE_MS, allowH2: false }
  const direct = new Agent(options)
  const proxied = new Map<string, ProxyAgent>()

  function through(proxy: URL): ProxyAgent {
    const known = proxied.get(proxy.href)
    const agent = known ?? new ProxyAgent({ ...options, uri: proxy.href })
    if (known === undefined) proxied.set(proxy.href, agent)
    return agent
  }

  return {
    of: (route: Exclude<Route, { kind: 'unusable' }>): Dispatcher =>
      route.kind === 'direct' ? direct : through(route.proxy),
    close: async () => {
      await Promise.all([direct, ...proxied.values()].map((agent) => agent.destroy()))
    },
  }
}
