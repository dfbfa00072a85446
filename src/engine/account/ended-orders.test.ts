import { expect, it } from 'vitest'
import { accountId, instrumentId, marketId, venueId } from '../../shared/ids.ts'
import type { EndedOrder } from '../alerts/facts.ts'
import { createTables } from '../tables.ts'
import { createEndedOrders, MOST_ENDED } from './ended-orders.ts'
import type { GoneOrder } from './event.ts'

const main = accountId('main')
const other = accountId('other')
const instrument = instrumentId(marketId(venueId('venue'), 'live'), 'BTCUSDT')

function setUp() {
  const table = createTables().table<EndedOrder>()
  return { table, ended: createEndedOrders(table) }
}

const gone = (order: string, how: GoneOrder['gone'], at = 1): GoneOrder => ({
  order,
  instrument,
  gone: how,
  recency: { sequence: null, at },
})

it('keeps what was refused or ran out, once, and nothing that ended as it was meant to', () => {
  const { table, ended } = setUp()
  const orders = [gone('1', 'rejected'), gone('2', 'expired', 7), gone('3', 'filled'), gone('4', 'cancelled')]
  for (let time = 0; time < 2; time += 1) ended.take(main, [...orders, gone('5', 'triggered')])
  expect([...table.rows()]).toEqual([
    ['main 1', { account: main, order: '1', instrument, symbol: 'BTCUSDT', how: 'rejected', at: 1 }],
    ['main 2', { account: main, order: '2', instrument, symbol: 'BTCUSDT', how: 'expired', at: 7 }],
  ])
})

it('says nothing of a contract that was not named', () => {
  const { table, ended } = setUp()
  ended.take(main, [{ ...gone('1', 'rejected'), instrument: null }])
  expect(table.get('main 1')).toMatchObject({ instrument: null, symbol: '' })
})

it('keeps the newest, and forgets an account with everything of it', () => {
  const { table, ended } = setUp()
  ended.take(main, [gone('newest', 'expired', 9999)])
  for (let at = 0; at < MOST_ENDED + 5; at += 1) ended.take(other, [gone(String(at), 'expired', at)])
  expect(table.size).toBe(MOST_ENDED)
  expect([table.get('other 0'), table.get('other 5')]).toEqual([undefined, undefined])
  expect(table.get('other 6')).toBeDefined()
  ended.forget(other)
  expect([...table.keys()]).toEqual(['main newest'])
})
