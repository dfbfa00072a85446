import { describe, expect, it } from 'vitest'
import { decimal } from '../../../shared/decimal.ts'
import { accountId } from '../../../shared/ids.ts'
import { absenceStage, flow, MINUTE } from '../test/absence-stage.ts'
import { accountRow, fillRow, MAIN, streamRow } from '../test/rows.ts'

const OTHER = accountId('other')

describe('an account that is not seen while others are', () => {
  /** Beside the main account, which is lost and comes back. */
  function beside() {
    const played = absenceStage()
    const again = (watchedBefore: number | null = null) => {
      const absences = played.begin(watchedBefore)
      played.now.state.accounts.set(OTHER, accountRow({ account: OTHER, label: 'Other' }))
      played.now.state.streams.set('Other private', streamRow({ stream: 'Other private', account: OTHER }))
      return absences
    }
    const back = async () => {
      played.see('live')
      await played.clock.pass(1_000)
      played.now.filled = played.clock.now()
      await played.clock.pass(5_000)
    }
    return { ...played, begin: again, back }
  }

  it('has what happened to it meanwhile told by its name, once, when it is back and read', async () => {
    const { clock, store, told, now, begin, see, rows, back } = beside()
    begin()
    await clock.pass(1_000)
    const from = clock.now()
    see('down')
    now.filled = null
    await clock.pass(30 * MINUTE)
    store.appendFills([
      fillRow({ fill: '1', at: from + MINUTE }),
      fillRow({ fill: '2', account: OTHER, at: from + MINUTE }),
    ])
    store.appendFlows([flow({ amount: decimal('-2'), at: from + 2 })])
    see('live')
    await clock.pass(60_000)
    expect(rows()).toEqual([])
    await back()
    expect(rows()).toMatchObject([{ account: MAIN, from, cause: 'offline', fills: 1, funding: [{ amount: '-2' }] }])
    expect(rows()[0]?.blindMinutes).toBe(30)
    expect(told).toMatchObject([
      { alert: `absence ${from} main`, account: MAIN, title: { id: 'absence.account', values: { account: 'Main' } } },
    ])
    await clock.pass(10 * MINUTE)
    expect(told).toHaveLength(1)
  })

  it('is told of after a restart in the middle of it, of all of it', async () => {
    const { clock, told, now, begin, see, rows, back } = beside()
    const first = begin()
    await clock.pass(1_000)
    const from = clock.now()
    see('down')
    await clock.pass(30 * MINUTE)
    first.stop()
    begin(clock.now())
    see('down')
    now.filled = clock.now()
    await clock.pass(10 * MINUTE)
    expect(rows()).toEqual([])
    await back()
    expect(rows()).toMatchObject([{ account: MAIN, from, blindMinutes: 40 }])
    expect(told).toHaveLength(1)
  })

  it('is not told of where it was short, or where everything was away', async () => {
    const { clock, told, begin, see, rows, back, sleep, now } = beside()
    begin()
    await clock.pass(1_000)
    see('down')
    await clock.pass(9 * MINUTE)
    await back()
    expect(rows()).toEqual([])
    now.state.streams.set('Other private', streamRow({ stream: 'Other private', account: OTHER, state: 'down' }))
    await sleep(8 * 60 * MINUTE)
    await clock.pass(3 * MINUTE)
    expect(rows()).toMatchObject([{ account: null, cause: 'sleep' }])
    expect(told).toHaveLength(1)
  })
})
