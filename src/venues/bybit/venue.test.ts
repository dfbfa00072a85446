import { describe, expect, it } from 'vitest'
import type { Plan, Read } from '../../engine/ports/plan.ts'
import { instrumentId } from '../../shared/ids.ts'
import { signedReads } from '../signed-reads.ts'
import { request } from './sign.ts'
import { context, fixture, hmacSigner, instruments, market, NOW, perform, queryOf, replied } from './test/kit.ts'
import { bybit } from './venue.ts'

const btc = instruments.get(instrumentId(market, 'BTCUSDT'))!
const stretch = { from: NOW - 1000, to: NOW, instruments: [] }
const bodies: Readonly<Record<string, string>> = {
  '/v5/market/time': 'time',
  '/v5/market/instruments-info': 'instruments',
  '/v5/market/tickers': 'tickers',
  '/v5/market/kline': 'kline',
  '/v5/account/wallet-balance': 'wallet',
  '/v5/account/info': 'accountInfo',
  '/v5/account/transaction-log': 'transactions',
  '/v5/position/list': 'positions',
  '/v5/position/closed-pnl': 'closedPnl',
  '/v5/order/realtime': 'orders',
  '/v5/order/history': 'closedOrders',
  '/v5/execution/list': 'executions',
  '/v5/user/query-api': 'keyInfo',
}

/** Serves every route from its fixture, the last page included. */
function serve(read: Read) {
  const body = fixture('rest')[bodies[read.path] ?? '']
  if (body?.result?.nextPageCursor) body.result.nextPageCursor = ''
  return body === undefined ? replied(fixture('errors')['10005']) : replied(body)
}

const plans: Readonly<Record<string, () => Plan<unknown>>> = {
  serverTime: () => bybit.serverTime(),
  instruments: () => bybit.instruments(context),
  prices: () => bybit.prices(context, [btc]),
  candles: () => bybit.candles(context, btc, '1h', NOW, 2, NOW),
  keyRights: () => bybit.keyRights('mainnet'),
  recognise: () => bybit.recognise('mainnet'),
  snapshot: () => bybit.snapshot(context),
  executions: () => bybit.history[0]!.read(context, stretch),
  transactions: () => bybit.history[1]!.read(context, stretch),
  endedOrders: () => bybit.history[2]!.read(context, stretch),
}

describe('every plan', () => {
  it.each(Object.keys(plans))('%s succeeds on payloads of the documented shape', (name) => {
    expect(perform(plans[name]!(), serve).result.ok).toBe(true)
  })

  it('signs nothing but reads of the allow-list, and the list holds nothing else', () => {
    const reads = Object.values(plans).flatMap((plan) => perform(plan(), serve).reads)
    const signed = reads.filter(({ access }) => access !== 'public').map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(signed)].sort()).toEqual([...bybit.signedReads].sort())
    expect(bybit.signedReads).toBe(signedReads.bybit)
    expect(bybit.signedReads.every((read) => read.startsWith('GET /v5/'))).toBe(true)
  })

  it('fits its budget, and only signed reads spend the account’s', () => {
    const buckets = bybit.budgets.map(({ bucket }) => bucket)
    for (const read of Object.values(plans).flatMap((plan) => perform(plan(), serve).reads)) {
      expect(Object.keys(read.cost)).toEqual(read.access === 'public' ? ['address'] : buckets)
    }
  })

  it('sends a URL the exchange can parse back', () => {
    for (const read of Object.values(plans).flatMap((plan) => perform(plan(), serve).reads)) {
      const sent = new URL(request(read, context.hosts, NOW, hmacSigner('KEY', 'SECRET')).url)
      expect(Object.fromEntries(sent.searchParams)).toEqual(queryOf(read))
      expect(sent.pathname).toBe(read.path)
    }
  })

  it.each(Object.keys(plans))('%s never throws on answers of any shape', (name) => {
    for (const result of [null, [], {}, 'text', 7, { list: [null, 7, {}, []] }, { list: [[]], nextPageCursor: null }]) {
      perform(plans[name]!(), () => replied({ retCode: 0, retMsg: '', result, time: NOW }))
    }
  })
})

describe('the venue', () => {
  it('has a private feed without a ticket, dialled as its host says', () => {
    const feed = bybit.privateFeed(context)
    expect(feed.ticketing).toBeNull()
    expect(feed.url(null)).toBe('wss://stream.bybit.com/v5/private')
    expect(feed.login(NOW, null)).toBeNull()
  })

  it('knows the hosts of every environment it names', () => {
    for (const environment of bybit.environments) {
      expect(Object.keys(bybit.hosts(environment, {})).sort()).toEqual(Object.keys(bybit.hostVariables).sort())
    }
  })
})
