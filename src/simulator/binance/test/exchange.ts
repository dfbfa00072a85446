import { createHmac } from 'node:crypto'
import { createManualClock } from '../../../engine/test/manual-clock.ts'
import { decimal, type Decimal } from '../../../shared/decimal.ts'
import { createChance } from '../../chance.ts'
import { createLines } from '../../create-lines.ts'
import type { Signal, World } from '../../face.ts'
import { createLedger } from '../../ledger/create-ledger.ts'
import type { AccountModes } from '../../ledger/account.ts'
import type { Key } from '../../ledger/keys.ts'
import type { OrderWish } from '../../ledger/order.ts'
import { createMarket } from '../../market/create-market.ts'
import { createBinanceFace } from '../face.ts'
import type { BinanceOptions } from '../options.ts'

/**
 * A payload of the wire, read the way a stranger's program would read it: with no types of ours.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into payloads freely
export type Json = any

export const START = 1_795_257_600_000
export const KEY: Key = {
  venue: 'binance',
  account: 'main',
  apiKey: 'a'.repeat(64),
  secret: 'b'.repeat(64),
  signing: 'hmac',
  rights: 'read-only',
  state: 'valid',
  note: '',
}
export const ALL_EVENTS =
  'ORDER_TRADE_UPDATE/ACCOUNT_UPDATE/ACCOUNT_CONFIG_UPDATE/MARGIN_CALL/TRADE_LITE/ALGO_UPDATE/listenKeyExpired'

interface Setup {
  readonly options?: Partial<BinanceOptions>
  readonly modes?: Partial<AccountModes>
  readonly market?: 'still' | 'walking'
}

/** The face over a real market and ledger, a clock that moves when told, and clients that write down what they hear. */
export function createExchange({ options = {}, modes = {}, market: kind = 'still' }: Setup = {}) {
  const clock = createManualClock(START)
  const market = createMarket({ seed: 7, market: kind, syntheticContracts: 0 })
  const usual: AccountModes = {
    kind: 'standard',
    positions: 'one-way',
    margin: 'cross',
    assets: 'single',
    fees: 'settle',
  }
  const ledger = createLedger(
    market,
    [{ id: 'main', venue: 'binance', user: 424_242, modes: { ...usual, ...modes } }],
    null,
  )
  const account = ledger.account('main')
  if (account === null) throw new Error('no account')
  ledger.keys.put(KEY)
  ledger.transfer(account, 'USDT', decimal('5000'), START - 60_000)
  const signals = new Set<(signal: Signal) => void>()
  const quiet = () => undefined
  const log: World['log'] = { debug: quiet, info: quiet, warn: quiet, error: quiet, with: () => log }
  const world: World = {
    clock,
    now: () => clock.now(),
    chance: createChance(7),
    market,
    ledger,
    lines: createLines(clock),
    onSignal: (take) => {
      signals.add(take)
      return () => void signals.delete(take)
    },
    log,
  }
  const face = createBinanceFace(world, options)
  face.start()
  return {
    clock,
    market,
    ledger,
    account,
    face,
    world,
    signal: (signal: Signal) => signals.forEach((take) => take(signal)),
  }
}

export type Exchange = ReturnType<typeof createExchange>

/** A request as it comes off the wire, signed when it is the account's. */
export function ask(
  exchange: Exchange,
  method: string,
  path: string,
  query = '',
  more: { sign?: boolean; key?: Key } = {},
) {
  const key = more.key ?? KEY
  const stamped = `${query}${query === '' ? '' : '&'}timestamp=${exchange.clock.now()}`
  const signature = createHmac('sha256', key.secret).update(stamped).digest('hex')
  const whole = more.sign === false ? query : `${stamped}&signature=${signature}`
  const answer = exchange.face.respond(
    {
      method,
      target: `${path}${whole === '' ? '' : `?${whole}`}`,
      headers: { 'x-mbx-apikey': key.apiKey },
      body: '',
      address: '10.0.0.1',
    },
    'truth',
  )
  return { ...answer, json: JSON.parse(answer.body) }
}

export function get(exchange: Exchange, path: string, query = ''): Json {
  return ask(exchange, 'GET', path, query).json
}

/** A connected client: `heard` is every frame, parsed, `ends` how the server left it. */
export function dial(exchange: Exchange, target: string) {
  const heard: Json[] = []
  const ends: string[] = []
  const pings: number[] = []
  const connected = exchange.face.connect(target, '10.0.0.1', {
    send: (text) => void heard.push(JSON.parse(text)),
    ping: () => void pings.push(exchange.clock.now()),
    close: (code) => void ends.push(String(code)),
    terminate: () => void ends.push('abrupt'),
  })
  if (connected.kind === 'refused') throw new Error(`refused with ${connected.status}`)
  const { incoming } = connected
  return { heard, ends, pings, incoming, say: (command: unknown) => incoming.text(JSON.stringify(command)) }
}

export function dialUser(exchange: Exchange, events = ALL_EVENTS) {
  const { listenKey } = ask(exchange, 'POST', '/fapi/v1/listenKey', '', { sign: false }).json
  return { listenKey, ...dial(exchange, `/private/ws?listenKey=${listenKey}&events=${events}`) }
}

export function wish(
  contract: string,
  side: OrderWish['side'],
  quantity: string,
  more: Partial<OrderWish> = {},
): OrderWish {
  return {
    contract,
    slot: 'one-way',
    side,
    quantity: decimal(quantity),
    price: null,
    trigger: null,
    timeInForce: 'GTC',
    reduceOnly: false,
    closePosition: false,
    clientId: 'web_test',
    ...more,
  }
}

export function place(exchange: Exchange, order: OrderWish, price?: Decimal): number {
  const placed = exchange.ledger.place(exchange.account, order, exchange.clock.now(), price)
  if (!placed.ok) throw new Error(JSON.stringify(placed.failure))
  return placed.value
}
