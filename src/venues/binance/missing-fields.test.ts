import { describe, expect, it } from 'vitest'
import type { AccountSnapshot } from '../../engine/account/event.ts'
import rest from './fixtures/rest-account.json' with { type: 'json' }
import { snapshotPlan } from './snapshot.ts'
import { answering, perform } from './test/perform.ts'
import { market, reports, snapshotWith } from './test/scene.ts'

const [long] = rest.positionRisk
const [order] = rest.openOrders
const [algo] = rest.openAlgoOrders
const [usdt] = rest.account.assets

type Row = Readonly<Record<string, unknown>>

interface Case {
  readonly path: keyof typeof reports
  readonly row: Row
  /** Without these there is no fact at all. */
  readonly required: readonly string[]
  readonly body: (row: Row) => unknown
  readonly found: (snapshot: AccountSnapshot) => number
}

const list = (row: Row): unknown => [row]
const cases: readonly Case[] = [
  {
    path: '/fapi/v3/positionRisk',
    row: long ?? {},
    required: ['symbol', 'positionSide', 'positionAmt'],
    body: list,
    found: ({ positions }) => positions.length,
  },
  {
    path: '/fapi/v1/openOrders',
    row: order ?? {},
    required: ['orderId', 'symbol', 'status', 'type', 'side', 'positionSide'],
    body: list,
    found: ({ orders }) => orders.length - 1,
  },
  {
    path: '/fapi/v1/openAlgoOrders',
    row: algo ?? {},
    required: ['algoId', 'symbol', 'algoStatus', 'orderType', 'side', 'positionSide'],
    body: list,
    found: ({ orders }) => orders.length - 1,
  },
  {
    path: '/fapi/v3/account',
    row: usdt ?? {},
    required: ['asset', 'walletBalance'],
    body: (row) => ({ ...rest.account, assets: [row] }),
    found: ({ balances }) => balances.length,
  },
]

describe.each(cases)('$path with a field that is null or missing', ({ path, row, required, body, found }) => {
  const optional = Object.keys(row).filter((field) => !required.includes(field))

  it.each(optional)('still tells the rest without %s', (field) => {
    const without = Object.fromEntries(Object.entries(row).filter(([name]) => name !== field))
    for (const spoilt of [{ ...row, [field]: null }, without])
      expect(found(snapshotWith({ [path]: body(spoilt) }))).toBe(1)
  })

  it.each(required)('is refused without %s', (field) => {
    const exchange = answering({ ...reports, [path]: body({ ...row, [field]: null }) })
    expect(perform(snapshotPlan(market), exchange).ok).toBe(false)
  })
})

it('takes a figure that is not stated for unknown, never for zero', () => {
  const row = { ...long, maintMargin: null, liquidationPrice: '', adl: null }
  const [position] = snapshotWith({ '/fapi/v3/positionRisk': [row] }).positions
  expect(position).toMatchObject({ maintenanceMargin: null, liquidation: null, adlRank: null })
})

it('takes a stated zero for zero', () => {
  const row = { ...long, unRealizedProfit: '0.00000000' }
  expect(snapshotWith({ '/fapi/v3/positionRisk': [row] }).positions[0]?.statedPnl).toBe('0.00000000')
})
