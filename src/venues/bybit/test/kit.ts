import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AccountEvent, AccountState } from '../../../engine/account/event.ts'
import type { Instrument, Instruments } from '../../../engine/market/instrument.ts'
import type { Heard, PrivateContext } from '../../../engine/ports/feed.ts'
import type { HttpAnswer } from '../../../engine/ports/http.ts'
import type { Plan, Read } from '../../../engine/ports/plan.ts'
import type { Signer } from '../../../engine/ports/vault.ts'
import type { MarketContext } from '../../../engine/ports/venue.ts'
import { decimal } from '../../../shared/decimal.ts'
import { instrumentId, marketId, venueId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { bybit } from '../venue.ts'

/** A fixture as text, so that every test changes a copy of its own. */
// The caller knows which shape it asked for; what the decoder makes of it is what is tested.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function fixture(file: string): any {
  return JSON.parse(readFileSync(new URL(`../fixtures/${file}.json`, import.meta.url), 'utf8'))
}

export const NOW = 1_795_257_600_345
export const market = marketId(venueId('bybit'), 'mainnet')

export const instruments: Instruments = new Map(
  [
    contract('BTCUSDT', 'linear', 'USDT'),
    contract('ETHUSDT', 'linear', 'USDT'),
    contract('BTCPERP', 'linear', 'USDC'),
    contract('BTCUSD', 'inverse', 'BTC'),
  ].map((instrument) => [instrument.instrument, instrument]),
)

export function contract(symbol: string, kind: Instrument['kind'], settle: string): Instrument {
  return {
    instrument: instrumentId(market, symbol),
    market,
    symbol,
    base: symbol.slice(0, 3),
    quote: kind === 'inverse' ? 'USD' : settle,
    settle,
    kind,
    tick: decimal('0.10'),
    step: decimal('0.001'),
    contractSize: decimal('1'),
    sizeUnit: kind === 'inverse' ? 'USD' : symbol.slice(0, 3),
    fundingIntervalHours: 8,
    expiresAt: null,
    trading: true,
  }
}

export const context: MarketContext = {
  market,
  environment: 'mainnet',
  hosts: bybit.hosts('mainnet', {}),
  instruments,
}

export const privateContext: PrivateContext = { instruments, state: null, now: NOW }

export function stateWith(part: Partial<AccountState>): AccountState {
  const modes = { positionMode: 'one-way', marginMode: 'cross', sharedCollateral: true } as const
  const none = { positions: new Map(), balances: new Map(), orders: new Map() }
  const nothing = { equity: null, wallet: null, marginBalance: null, available: null, unrealisedPnl: null }
  const margins = { initialMargin: null, maintenanceMargin: null }
  const totals = { currency: 'USD', ...nothing, ...margins, recency: { sequence: null, at: NOW } }
  return { at: NOW, modes, totals, ...none, identity: null, ...part }
}

export function hmacSigner(apiKey: string, secret: string): Signer {
  return { apiKey, kind: 'hmac', sign: (payload) => createHmac('sha256', secret).update(payload).digest('hex') }
}

/** An answer as the exchange sends it: HTTP 200 around a body. */
export function replied(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { kind: 'answer', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

export function okBody(result: unknown, time = NOW): unknown {
  return { retCode: 0, retMsg: 'OK', result, retExtInfo: {}, time }
}

export function listBody(list: readonly unknown[], cursor = '', time = NOW): unknown {
  return okBody({ list, nextPageCursor: cursor }, time)
}

export interface Performed<T> {
  readonly result: Result<T>
  readonly reads: readonly Read[]
}

/** Performs a plan against a server made of one function, through the venue's own reading of answers. */
export function perform<T>(plan: Plan<T>, serve: (read: Read) => HttpAnswer): Performed<T> {
  const reads: Read[] = []
  let step = plan.next()
  while (step.done !== true) {
    reads.push(...step.value)
    step = plan.next(step.value.map((read) => bybit.answer(read, serve(read))))
  }
  return { result: step.value, reads }
}

export function queryOf(read: Read): Readonly<Record<string, string>> {
  return Object.fromEntries(read.query)
}

/** What the private feed hears in a frame; a test that expects items fails on anything else. */
export function hearPrivate(frame: unknown, heardIn: PrivateContext = privateContext): Result<Heard<AccountEvent>> {
  return bybit.privateFeed(context).hear(typeof frame === 'string' ? frame : JSON.stringify(frame), heardIn)
}

export function accountEvents(frame: unknown, heardIn: PrivateContext = privateContext): readonly AccountEvent[] {
  const heard = hearPrivate(frame, heardIn)
  if (!heard.ok || heard.value.kind !== 'items') throw new Error(`No items were heard: ${JSON.stringify(heard)}`)
  return heard.value.items
}
