import { describe, expect, it } from 'vitest'
import type { Plan, Read } from '../../engine/ports/plan.ts'
import { instrumentId } from '../../shared/ids.ts'
import { refusal, payload } from './test/perform.ts'
import { context, instruments, market, reports } from './test/scene.ts'
import { hostVariables } from './urls.ts'
import { binance } from './venue.ts'

const stretch = { from: 1_795_000_000_000, to: 1_795_000_100_000, instruments: [instrumentId(market, 'BTCUSDT')] }
const btc = instruments.get(instrumentId(market, 'BTCUSDT'))!
const ticketing = binance.privateFeed(context).ticketing!

const plans: Readonly<Record<string, () => Plan<unknown>>> = {
  serverTime: () => binance.serverTime(),
  instruments: () => binance.instruments(context),
  prices: () => binance.prices(context, [btc]),
  candles: () => binance.candles(context, btc, '1h', 1_795_000_000_000, 10, 1_795_000_000_000),
  keyRights: () => binance.keyRights('mainnet'),
  recognise: () => binance.recognise('mainnet'),
  snapshot: () => binance.snapshot(context),
  history: () => binance.history[0]!.read(context, stretch),
  endedOrders: () => binance.history[1]!.read(context, stretch),
  issue: () => ticketing.issue(),
  keep: () => ticketing.keep({ text: 'key' }),
}

/** Everything a plan asks for, on the way where it is answered and on the way where it is refused. */
function asked(plan: Plan<unknown>, answer: (read: Read) => ReturnType<typeof payload>): readonly Read[] {
  const reads: Read[] = []
  for (let step = plan.next(); step.done !== true; step = plan.next(step.value.map(answer))) reads.push(...step.value)
  return reads
}

const lists = ['/fapi/v1/income', '/fapi/v1/userTrades', '/fapi/v1/allOrders', '/fapi/v1/allAlgoOrders']
const known: Readonly<Record<string, unknown>> = { ...reports, ...Object.fromEntries(lists.map((path) => [path, []])) }

describe.each(Object.keys(plans))('the plan %s', (name) => {
  const ways = [
    (read: Read) => payload(known[read.path] ?? {}),
    (read: Read) => refusal(read, 401, -2015),
    (read: Read) => refusal(read, 400, -1125),
  ]
  const reads = ways.flatMap((way) => asked(plans[name]!(), way))

  it('makes no signed request that is not on the list of reads', () => {
    const keyed = reads.filter(({ access }) => access !== 'public')
    expect(
      keyed.map(({ method, path }) => `${method} ${path}`).filter((one) => !binance.signedReads.includes(one)),
    ).toEqual([])
  })

  it('asks only hosts and buckets that exist', () => {
    const buckets = binance.budgets.map(({ host, bucket }) => `${host} ${bucket}`)
    const booked = reads.flatMap(({ host, cost }) => Object.keys(cost).map((bucket) => `${host} ${bucket}`))
    expect(reads.length).toBeGreaterThan(0)
    expect(booked.filter((one) => !buckets.includes(one))).toEqual([])
  })
})

describe('the venue', () => {
  it('lists reads only, each of them used, and never deletes a listenKey', () => {
    const all = Object.values(plans).flatMap((plan) => asked(plan(), (read) => payload(known[read.path] ?? {})))
    const used = new Set(all.map(({ method, path }) => `${method} ${path}`))
    expect(binance.signedReads.filter((one) => !used.has(one))).toEqual([])
    expect(binance.signedReads.filter((one) => !one.startsWith('GET '))).toEqual([
      'POST /fapi/v1/listenKey',
      'PUT /fapi/v1/listenKey',
    ])
  })

  it.each(binance.environments)('reaches %s over addresses without a trailing slash', (environment) => {
    const hosts = binance.hosts(environment, {})
    expect(Object.keys(hosts).sort()).toEqual(Object.keys(hostVariables).sort())
    for (const url of Object.values(hosts)) expect(url).toMatch(/^(?:https?|wss?):\/\/[a-z.-]+$/)
  })

  it('lets every host be replaced, and only those', () => {
    const overrides = { rest: 'http://one/', sapi: 'http://two', stream: 'ws://three//', other: 'x' }
    expect(binance.hosts('mainnet', overrides)).toEqual({
      rest: 'http://one',
      sapi: 'http://two',
      stream: 'ws://three',
    })
  })

  it('never mixes prices of two environments', () => {
    expect(new Set(binance.environments.map((one) => binance.place(one))).size).toBe(binance.environments.length)
  })
})
