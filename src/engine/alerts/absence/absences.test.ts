import { describe, expect, it } from 'vitest'
import type { TotalRow } from '../../../shared/account-rows.ts'
import { decimal } from '../../../shared/decimal.ts'
import { absenceStage, flow, MINUTE } from '../test/absence-stage.ts'
import { fillRow, MAIN, START } from '../test/rows.ts'

const NIGHT = 8 * 60 * MINUTE

/** Of the figures an absence looks at. */
function total(equity: string): TotalRow {
  return { account: MAIN, currency: 'USDT', equity: decimal(equity), freshness: 'live' } as TotalRow
}

describe('after an absence', () => {
  it('everything that happened in it is one row, told once', async () => {
    const { clock, store, told, now, begin, rows, sleep } = absenceStage()
    begin()
    store.appendEquity([{ account: MAIN, at: START - 10_000, equity: '1000', currency: 'USDT' }])
    store.appendFills([fillRow({ fill: '1', at: START + MINUTE }), fillRow({ fill: '0', at: START - 1 })])
    store.appendFlows([
      flow({ flow: 'a', amount: decimal('1.5'), at: START + 2 }),
      flow({ flow: 'b', amount: decimal('-0.2'), at: START + NIGHT }),
      flow({ flow: 'c', amount: decimal('0.01'), asset: 'BTC', at: START + 3 }),
      flow({ flow: 'd', amount: decimal('9'), at: START - 1 }),
      flow({ flow: 'e', kind: 'transfer', amount: decimal('100'), at: START + 4 }),
    ])
    now.state.totals.set(MAIN, total('1092.5'))
    await sleep(NIGHT)
    const funding = [
      { asset: 'BTC', amount: '0.01' },
      { asset: 'USDT', amount: '1.3' },
    ]
    expect(rows()).toMatchObject([
      {
        from: START,
        cause: 'sleep',
        fills: 1,
        alerts: 0,
        blindMinutes: 480,
        readAt: null,
        pnl: [{ account: MAIN, currency: 'USDT', amount: '-7.5' }],
      },
    ])
    expect([...(rows()[0]?.funding ?? [])].sort((a, b) => a.asset.localeCompare(b.asset))).toEqual(funding)
    expect(told).toMatchObject([
      { alert: `absence ${START}`, kind: 'absence', severity: 'info', title: { id: 'absence.sleep' } },
    ])
    expect(told[0]?.body.values).toMatchObject({ fills: '1', amountsPnl: '-7.5 USDT' })
    await clock.pass(10 * MINUTE)
    expect(told).toHaveLength(1)
  })

  it('nothing is told of a short one in which nothing happened, but it is kept', async () => {
    const { told, begin, rows, sleep } = absenceStage()
    begin()
    await sleep(5 * MINUTE)
    expect(told).toEqual([])
    expect(rows()).toMatchObject([{ blindMinutes: 5, pnl: [] }])
    await sleep(11 * MINUTE)
    expect(told).toHaveLength(1)
    expect(rows()).toHaveLength(2)
  })

  it('PnL is not known where it did not begin with a reading, or something of unknown worth was moved', async () => {
    const { store, now, begin, rows, sleep } = absenceStage()
    begin()
    now.state.totals.set(MAIN, total('1000'))
    store.appendEquity([{ account: MAIN, at: START - 16 * MINUTE, equity: '900', currency: 'USDT' }])
    await sleep(30 * MINUTE)
    expect(rows()[0]?.pnl).toEqual([{ account: MAIN, currency: 'USDT', amount: null }])
  })

  it('the report waits for history, though not for ever', async () => {
    const { clock, now, begin, rows, see } = absenceStage()
    begin()
    now.filled = null
    clock.jump(NIGHT, 'sleep')
    see('down')
    await clock.pass(1_000)
    see('live')
    await clock.pass(60_000)
    expect(rows()).toEqual([])
    await clock.pass(70_000)
    expect(rows()).toHaveLength(1)
  })
})

describe('a restart', () => {
  it('is an absence from when the program last watched', async () => {
    const { clock, told, now, begin, rows } = absenceStage()
    begin(START - NIGHT)
    now.filled = clock.now()
    await clock.pass(5_000)
    expect(rows()).toMatchObject([{ from: START - NIGHT, cause: 'restart', blindMinutes: 480 }])
    expect(told).toMatchObject([{ title: { id: 'absence.restart' } }])
  })

  it('in the middle of an absence goes on with the same one', async () => {
    const { clock, now, begin, rows, see } = absenceStage()
    const first = begin()
    see('down')
    await clock.pass(5 * MINUTE)
    first.stop()
    await clock.pass(NIGHT)
    begin(START + 5 * MINUTE)
    now.filled = clock.now()
    await clock.pass(5_000)
    expect(rows()).toMatchObject([{ from: START, cause: 'offline' }])
    expect(rows()).toHaveLength(1)
  })

  it('keeps absences, which of them were read, and no more than fifty', async () => {
    const { clock, begin, rows, sleep } = absenceStage()
    const first = begin()
    for (let time = 0; time < 51; time += 1) await sleep(2 * MINUTE)
    expect(rows()).toHaveLength(50)
    const newest = rows()[0]
    await first.markRead({ from: newest?.from ?? 0, account: null })
    await first.markRead({ from: 12345, account: null })
    await first.markRead({ from: newest?.from ?? 0, account: MAIN })
    first.stop()
    expect(clock.waiting).toBe(0)
    begin()
    expect(rows()).toHaveLength(50)
    expect(rows().filter(({ readAt }) => readAt !== null)).toMatchObject([{ from: newest?.from }])
  })
})
