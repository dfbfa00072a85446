import { createHmac } from 'node:crypto'
import type { HttpAnswer } from '../../engine/ports/http.ts'
import type { Socket, SocketEnd } from '../../engine/ports/sockets.ts'
import { createManualClock, type ManualClock } from '../../engine/test/manual-clock.ts'
import { decimal } from '../../shared/decimal.ts'
import type { Result } from '../../shared/result.ts'
import type { AccountSpec } from '../accounts/account-spec.ts'
import type { Truth } from '../control/truth.ts'
import { createSimulator, type SimulatorOptions } from '../create-simulator.ts'
import { createMemoryNet } from '../memory-net.ts'
import type { Simulator } from '../simulator.ts'

export const NOW = 1_795_257_600_345
export const KEY = { apiKey: 'SIMKEY0000000000001', secret: 'SIMSECRET000000000000000000000000001' }

/** One unified account with 10 000 USDT and nothing else. */
export const plainAccount: AccountSpec = {
  id: 'plain',
  venue: 'bybit',
  user: 592_324,
  modes: {},
  deposits: [{ asset: 'USDT', amount: decimal('10000') }],
  past: 'none',
  bot: 'rests',
  keys: [{ apiKey: KEY.apiKey, secret: KEY.secret }],
}

// What came over the wire is looked into freely by tests; a schema here would only repeat what they check.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Wire = any

export interface Scene {
  readonly clock: ManualClock
  readonly simulator: Simulator
  readonly net: ReturnType<typeof createMemoryNet>
  /** Carries a command out, and fails the test when it is refused. */
  // The caller knows what its command answers.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  command<T = unknown>(input: Readonly<Record<string, unknown>>): T
  truth(account?: string): Truth
  /** A signed GET, parsed. */
  get(path: string, query?: string): Promise<Reply>
  raw(path: string, query: string, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>
  dial(url: string): Promise<Dialled>
  /** A logged-in private socket with topics. */
  listen(...topics: readonly string[]): Promise<Dialled>
}

export interface Reply {
  readonly retCode: number
  readonly retMsg: string
  readonly result: Wire
  readonly time: number
}

export interface Dialled {
  readonly socket: Socket
  readonly texts: string[]
  readonly ends: SocketEnd[]
  stirred(): number
  frames(): Wire[]
  say(message: unknown): Promise<void>
}

export function createScene(options: Partial<SimulatorOptions> = {}, seed = 7): Scene {
  const clock = createManualClock(NOW)
  const usual = { market: 'still', bot: 'off', accounts: [plainAccount] } as const
  const simulator = createSimulator({ clock, seed, options: { ...usual, ...options } })
  const net = createMemoryNet(simulator, clock)
  simulator.start()
  const command: Scene['command'] = (input) => {
    const done = simulator.control(input) as Result<never>
    if (!done.ok) throw new Error(`Refused: ${JSON.stringify(done.failure)}`)
    return done.value
  }
  const raw: Scene['raw'] = (path, query, headers = {}) => {
    const url = `http://bybit.simulator${path}${query === '' ? '' : `?${query}`}`
    return net.http.send({ method: 'GET', url, headers, timeoutMs: 5000 })
  }
  const dial: Scene['dial'] = (url) => dialled(net, clock, url)
  return {
    clock,
    simulator,
    net,
    command,
    truth: (account = 'plain') => command<Truth>({ do: 'state', account }),
    raw,
    get: async (path, query = '') => replyOf(await raw(path, query, signedHeaders(query, clock.now()))),
    dial,
    listen: async (...topics) => {
      const line = await dial('ws://bybit.simulator/v5/private')
      await line.say(login(clock.now()))
      await line.say({ op: 'subscribe', args: topics })
      line.texts.length = 0
      return line
    },
  }
}

export function signedHeaders(query: string, at: number, window = '5000', key = KEY): Readonly<Record<string, string>> {
  const payload = `${at}${key.apiKey}${window}${query}`
  return {
    'X-BAPI-API-KEY': key.apiKey,
    'X-BAPI-TIMESTAMP': String(at),
    'X-BAPI-RECV-WINDOW': window,
    'X-BAPI-SIGN': createHmac('sha256', key.secret).update(payload).digest('hex'),
  }
}

export function login(now: number, key = KEY): unknown {
  const expires = now + 10_000
  const signature = createHmac('sha256', key.secret).update(`GET/realtime${expires}`).digest('hex')
  return { req_id: 'a1', op: 'auth', args: [key.apiKey, expires, signature] }
}

export function replyOf(answer: HttpAnswer): Reply {
  if (answer.kind === 'failed') throw new Error(JSON.stringify(answer.failure))
  return JSON.parse(answer.body)
}

async function dialled(net: Scene['net'], clock: ManualClock, url: string): Promise<Dialled> {
  const texts: string[] = []
  const ends: SocketEnd[] = []
  let stirred = 0
  const socket = net.sockets.open(url, {
    opened: () => undefined,
    text: (text) => void texts.push(text),
    stirred: () => void (stirred += 1),
    closed: (end) => void ends.push(end),
  })
  await clock.pass(0)
  return {
    socket,
    texts,
    ends,
    stirred: () => stirred,
    frames: () => texts.map((text) => JSON.parse(text)),
    say: async (message) => {
      socket.send(typeof message === 'string' ? message : JSON.stringify(message))
      await clock.pass(0)
    },
  }
}
