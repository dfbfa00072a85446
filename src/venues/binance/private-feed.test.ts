import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import events from './fixtures/user-events.json' with { type: 'json' }
import { feed, hear, itemsOf } from './test/hear.ts'
import { privateContext, snapshotWith, stateOf } from './test/scene.ts'

describe('the user stream', () => {
  it('is dialled on its route, by query, with every event named', () => {
    const url = feed.url({ text: 'a key+' })
    const names = url.split('&events=')[1]?.split('/')
    expect(url).toContain('ws://binance.simulator/private/ws?listenKey=a%20key%2B&events=')
    for (const name of ['ACCOUNT_UPDATE', 'ORDER_TRADE_UPDATE', 'ALGO_UPDATE', 'MARGIN_CALL', 'listenKeyExpired'])
      expect(names).toContain(name)
  })

  it('cannot be dialled without a key, needs no login, and has no topics', () => {
    expect(() => feed.url(null)).toThrow('listenKey')
    expect(feed.login(0, null)).toBeNull()
    expect([feed.topics, feed.subscribe([], '1')]).toEqual([[], []])
  })

  it('moves before the exchange hangs up and proves life with a question that is always answered', () => {
    expect(feed.pace).toMatchObject({ rotateEvery: 82_800_000, itemsWithin: null })
    expect(feed.pace.overlap).toBeGreaterThan(0)
    expect(feed.heartbeat('17')).toBe('{"method":"LIST_SUBSCRIPTIONS","id":17}')
    expect(hear({ result: [], id: 17 })).toEqual({ kind: 'heartbeat' })
  })

  it.each([events.expired, { ...events.expired, E: '1795257700556' }])('hears that the key has expired', (frame) => {
    expect(hear(frame)).toEqual({ kind: 'ticket-expired' })
  })

  it('ignores the early and partial notice of a fill', () => {
    expect(hear(events.tradeLite)).toEqual({ kind: 'ignored', what: 'event TRADE_LITE' })
  })

  it('ignores, by name, robots and whatever is new', () => {
    expect(hear(events.strategy)).toMatchObject({ kind: 'ignored' })
    expect(hear(events.grid)).toMatchObject({ kind: 'ignored' })
    expect(hear({ e: 'BRAND_NEW', T: 1 })).toEqual({ kind: 'ignored', what: 'event BRAND_NEW' })
  })

  it('fetches the truth on a margin call', () => {
    expect(hear(events.marginCall)).toMatchObject({ kind: 'resync', items: [] })
  })

  it('refuses frames about money that it cannot read', () => {
    const spoilt = [
      '',
      'null',
      '[]',
      '{"e":1}',
      '{"e":"ACCOUNT_UPDATE"}',
      JSON.stringify({ ...events.accountUpdateFunding, a: { B: [{ a: 'USDT', wb: 'NaN' }], P: [] } }),
    ]
    for (const text of spoilt) expect(feed.hear(text, privateContext()).ok, text).toBe(false)
  })
})

describe('settings', () => {
  it('leverage goes to the open position without making its row look newer', () => {
    const state = stateOf(snapshotWith())
    const before = [...state.positions.values()][0]!
    const heard = hear(events.leverage, state)
    expect(heard.kind).toBe('resync')
    expect(itemsOf(heard)).toEqual([{ kind: 'position', position: { ...before, leverage: '25', initialMargin: null } }])
  })

  it('shared collateral changes the modes and fetches the new totals', () => {
    expect(hear(events.multiAssets)).toMatchObject({
      kind: 'resync',
      items: [{ kind: 'modes', modes: { sharedCollateral: true, positionMode: 'one-way' } }],
    })
    expect(hear(events.multiAssets, null)).toMatchObject({ kind: 'resync', items: [] })
  })
})

describe('whatever comes', () => {
  const frames = Object.values(events).filter((frame) => typeof frame === 'object')

  it('never throws on text or JSON', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json())
    const property = fc.property(text, (one) => typeof feed.hear(one, privateContext(null)).ok === 'boolean')
    fc.assert(property, { numRuns: 300 })
  })

  it('never throws on a known frame with one field spoilt', () => {
    const state = stateOf(snapshotWith())
    const property = fc.property(fc.constantFrom(...frames), fc.nat(), fc.jsonValue(), (frame, place, junk) => {
      const body: Record<string, unknown> = structuredClone(frame)
      const inner = (body['o'] ?? body['a'] ?? body['ac'] ?? body) as Record<string, unknown>
      const fields = Object.keys(inner)
      inner[fields[place % fields.length]!] = junk
      expect(typeof feed.hear(JSON.stringify(body), privateContext(state)).ok).toBe('boolean')
    })
    fc.assert(property, { numRuns: 500 })
  })
})
