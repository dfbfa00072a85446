import type { Clock } from '../engine/ports/clock.ts'
import type { Http, HttpAnswer, HttpRequest } from '../engine/ports/http.ts'
import type { Sockets } from '../engine/ports/sockets.ts'
import { sentence } from '../shared/sentence.ts'
import { openMemorySocket } from './memory-socket.ts'
import type { Simulator } from './simulator.ts'

const URL_FORM = /^(https?|wss?):\/\/((?:bybit|binance)\.simulator)(\/.*)?$/
/** Every client in this process counts as one address. */
const ADDRESS = '127.0.0.1'

/** The simulator as the engine's network, for `http://bybit.simulator`, `ws://binance.simulator/…` and so on. */
export function createMemoryNet(
  simulator: Simulator,
  clock: Clock,
): { readonly http: Http; readonly sockets: Sockets } {
  return {
    http: { send: (request) => withDeadline(clock, request, (target) => respond(simulator, request, target)) },
    sockets: {
      open: (url, listener) =>
        openMemorySocket(simulator, { host: hostOf(url), target: targetOf(url), address: ADDRESS }, listener),
    },
  }
}

function respond(simulator: Simulator, request: HttpRequest, target: string): Promise<HttpAnswer> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
  return simulator.respond({ method: request.method, target, headers, body: textOf(request.body), address: ADDRESS })
}

/** No exchange is ever sent bytes. */
function textOf(body: HttpRequest['body']): string {
  return typeof body === 'string' ? body : ''
}

function withDeadline(
  clock: Clock,
  request: HttpRequest,
  run: (target: string) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const target = targetOf(request.url)
  if (target === null) return Promise.resolve(failed('network.unreachable', { host: request.url, reason: 'ENOTFOUND' }))
  return new Promise((resolve) => {
    const seconds = String(request.timeoutMs / 1000)
    const stop = clock.after(request.timeoutMs, () => {
      resolve(failed('network.timeout', { host: hostOf(request.url), seconds }))
    })
    void run(target).then((answer) => {
      stop()
      resolve(answer)
    })
  })
}

function failed(id: 'network.unreachable' | 'network.timeout', values: Readonly<Record<string, string>>): HttpAnswer {
  return { kind: 'failed', failure: { code: 'unavailable', sentence: sentence(id, values) } }
}

function hostOf(url: string): string {
  return URL_FORM.exec(url)?.[2] ?? url
}

/** Path and query, or null when the address is not ours. */
function targetOf(url: string): string | null {
  const match = URL_FORM.exec(url)
  return match === null ? null : (match[3] ?? '/')
}
