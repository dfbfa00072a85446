import { describe, expect, it } from 'vitest'
import { slotKey, type AccountEvent, type AccountSnapshot } from './event.ts'
import { beginReading, beginVerifying, complete, hear, stopHearing, verify } from './reconcile.ts'
import { amount, at, balance, BTC, flat, order, position, snapshot } from './test/samples.ts'

const NOTHING_KNOWN = { phase: 'waiting', state: null } as const
const slot = slotKey(BTC, 'one-way')

function live(first: AccountSnapshot = snapshot()) {
  return complete(beginReading(NOTHING_KNOWN), first)
}

function positionEvent(row: ReturnType<typeof position> | ReturnType<typeof flat>): AccountEvent {
  return { kind: 'position', position: row }
}

describe('a first read', () => {
  it('applies the snapshot, then what waited and is newer', () => {
    const reading = hear(beginReading(NOTHING_KNOWN), [
      positionEvent(position({ size: amount('0.01'), recency: at(-10, 0) })),
      positionEvent(position({ size: amount('0.07'), recency: at(10, 2) })),
    ])
    expect(complete(reading, snapshot()).state?.positions.get(slot)?.size).toBe('0.07')
  })

  it('shows nothing before it is complete', () => {
    expect(hear(beginReading(NOTHING_KNOWN), [positionEvent(position())]).state).toBeNull()
  })

  it('closes what was closed while it ran', () => {
    const reading = hear(beginReading(NOTHING_KNOWN), [positionEvent(flat(at(5, 2)))])
    expect(complete(reading, snapshot()).state?.positions.get(slot)?.size).toBeNull()
  })
})

describe('a lost connection', () => {
  it('keeps every row until a complete snapshot says otherwise', () => {
    const before = live()
    const again = beginReading(stopHearing(before))
    expect(again.state).toBe(before.state)
    const after = complete(again, snapshot({ at: at(60_000).at, positions: [], orders: [] }))
    expect(after.state?.positions.size).toBe(0)
    expect(after.state?.orders.size).toBe(0)
  })

  it('applies what is heard before the subscription is confirmed only after the snapshot', () => {
    const early = hear(stopHearing(live()), [positionEvent(flat(at(60_000, 2)))])
    expect(early.state?.positions.get(slot)?.size).toBe('0.05')
    expect(complete(beginReading(early), snapshot({ at: at(59_000).at })).state?.positions.get(slot)?.size).toBeNull()
  })
})

describe('a verifying read', () => {
  const wrong = snapshot({
    at: at(120_000).at,
    positions: [position({ size: amount('0.08'), recency: at(100_000, 7) })],
  })

  it('that agrees takes over margins and prices of liquidation', () => {
    const fresh = snapshot({ at: at(120_000).at, positions: [position({ liquidation: amount('71000') })] })
    const result = verify(beginVerifying(live()), fresh)
    expect(result).toMatchObject({ repaired: [], suspected: [] })
    expect(result.next.state?.positions.get(slot)).toMatchObject({ liquidation: '71000' })
  })

  it('that says the same of a row dated earlier adds what the stream did not tell', () => {
    const bare = position({ liquidation: null, maintenanceMargin: null, recency: at(50_000, 9) })
    const following = hear(live(), [positionEvent(bare)])
    const full = position({ recency: at(49_995, 8) })
    const { next } = verify(beginVerifying(following), snapshot({ at: at(60_000).at, positions: [full] }))
    expect(next.state?.positions.get(slot)).toEqual({ ...full, recency: bare.recency })
  })

  it('that was dated before a row of ours tells nothing of it', () => {
    const bare = position({ liquidation: null, recency: at(60_001, 9) })
    const following = hear(live(), [positionEvent(bare)])
    const { next } = verify(beginVerifying(following), snapshot({ at: at(60_000).at, positions: [position()] }))
    expect(next.state?.positions.get(slot)).toBe(bare)
  })

  it('that differs once changes nothing yet', () => {
    const result = verify(beginVerifying(live()), wrong)
    expect(result.suspected).toEqual([
      {
        table: 'positions',
        key: slot,
        what: 'position BTCUSDT one-way',
        ours: 'long 0.05 cross, stops –/–/–, at 84000',
        theirs: 'long 0.08 cross, stops –/–/–, at 84000',
      },
    ])
    expect(result.next.state?.positions.get(slot)?.size).toBe('0.05')
  })

  it('that differs twice repairs the row', () => {
    const once = verify(beginVerifying(live()), wrong)
    const twice = verify(beginVerifying(once.next), { ...wrong, at: at(125_000).at })
    expect(twice.repaired.map(({ what }) => what)).toEqual(['position BTCUSDT one-way'])
    expect(twice.next.state?.positions.get(slot)?.size).toBe('0.08')
  })

  it('repairs a row of ours that is newer than theirs when theirs persists', () => {
    const phantom = hear(live(snapshot({ positions: [] })), [positionEvent(position({ recency: at(50_000, 99) }))])
    const empty = snapshot({ at: at(120_000).at, positions: [] })
    const once = verify(beginVerifying(phantom), empty)
    expect(once.next.state?.positions.get(slot)?.size).toBe('0.05')
    expect(verify(beginVerifying(once.next), empty).next.state?.positions.has(slot)).toBe(false)
  })

  it('does not blame a row that moved while it ran', () => {
    const moved = hear(beginVerifying(live()), [
      positionEvent(position({ size: amount('0.06'), recency: at(120_001, 8) })),
    ])
    expect(verify(moved, wrong)).toMatchObject({ repaired: [], suspected: [] })
  })

  it('forgets a suspicion when ours has caught up', () => {
    const once = verify(beginVerifying(live()), wrong)
    const caughtUp = hear(once.next, [positionEvent(position({ size: amount('0.08'), recency: at(100_000, 7) }))])
    expect(verify(beginVerifying(caughtUp), wrong)).toMatchObject({ repaired: [], suspected: [] })
  })

  it('does not count as a difference what only moves with prices or is spelled otherwise', () => {
    const fresh = snapshot({
      at: at(120_000).at,
      balances: [
        balance({
          wallet: amount('10000.00'),
          equity: amount('10050'),
          available: amount('3'),
          rate: amount('1.0002'),
        }),
      ],
      positions: [position({ size: amount('0.050'), entry: amount('84000.0000001'), statedPnl: amount('50') })],
    })
    expect(verify(beginVerifying(live()), fresh).suspected).toEqual([])
  })

  it('sees a missing balance, order and position', () => {
    const bare = snapshot({ at: at(120_000).at, balances: [], positions: [], orders: [] })
    expect(verify(beginVerifying(live()), bare).suspected.map(({ what }) => what)).toEqual([
      'balance USDT',
      'position BTCUSDT one-way',
      'order o1 BTCUSDT',
    ])
  })

  it('takes an empty balance and no balance for the same', () => {
    const ours = live(snapshot({ balances: [balance({ asset: 'BNB', wallet: amount('0.00') })] }))
    expect(verify(beginVerifying(ours), snapshot({ balances: [] })).suspected).toEqual([])
  })

  it('sees a conditional order that only they list', () => {
    const stop = order({ order: 'stop', conditional: true, price: null, triggerPrice: amount('80000') })
    expect(verify(beginVerifying(live()), snapshot({ orders: [order(), stop] })).suspected).toMatchObject([
      { what: 'order stop BTCUSDT', ours: 'none', theirs: 'buy – 80000 0.01 0' },
    ])
  })
})
