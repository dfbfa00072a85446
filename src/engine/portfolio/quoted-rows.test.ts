import { expect, it } from 'vitest'
import { balanceRow, totalRow } from '../../shared/account-rows.ts'
import { instrumentId } from '../../shared/ids.ts'
import { amount, at, balance, place, START } from '../account/test/samples.ts'
import { instrument, price } from './test/market.ts'
import { createScene, MAIN } from './test/scene.ts'

const SOL = instrumentId(place, 'SOLUSDT')
const sol = balance({ asset: 'SOL', wallet: amount('2'), equity: amount('2'), rate: null })
const flat = { balances: [balance(), sol], positions: [], orders: [] }

function open() {
  return createScene(undefined, [instrument({ instrument: SOL, base: 'SOL', sizeUnit: 'SOL' })])
}

it('wants the price of an asset for as long as the account has any of it', () => {
  const scene = open()
  scene.read(flat)
  expect(scene.market.wanted.get(SOL)).toBe(1)
  scene.hear({ kind: 'balance', balance: { ...sol, wallet: amount('0'), equity: amount('0'), recency: at(10) } })
  expect(scene.market.wanted.get(SOL)).toBe(0)
})

it('moves the asset’s value and the totals with that price, dated by it', () => {
  const scene = open()
  scene.read(flat)
  scene.clock.advance(5_000)
  scene.market.set(SOL, price({ mark: amount('150'), markAt: START + 4_000, markHeardAt: START + 5_000 }))
  expect(scene.total()).toMatchObject({ equity: '10300', freshness: 'live', leftOut: [] })
  expect(scene.total()).toMatchObject({ at: START + 4_000, heardAt: START + 5_000 })
  expect(scene.state.balances.get('main SOL')).toMatchObject({ rate: '150', value: '300', freshness: 'live' })
  scene.market.set(SOL, price({ mark: amount('160') }))
  expect(scene.total('all')).toMatchObject({ equity: '10320' })
  expect(balanceRow.parse(scene.state.balances.get('main SOL'))).toBeTruthy()
  expect(totalRow.parse(scene.total())).toBeTruthy()
})

it('is no fresher than the price it is quoted at', () => {
  const scene = open()
  scene.market.set(SOL, price({ mark: amount('150') }))
  scene.read(flat)
  scene.clock.advance(11_000)
  expect(scene.total()).toMatchObject({ equity: '10300', freshness: 'stale' })
  expect(scene.state.balances.get('main SOL')?.freshness).toBe('stale')
  expect(scene.state.balances.get('main USDT')?.freshness).toBe('live')
})

it('records no equity before the asset’s price is known, which would look like a loss', () => {
  const scene = open()
  scene.read(flat)
  scene.clock.advance(3_000)
  expect(scene.total()).toMatchObject({ equity: '10000', freshness: 'stale', leftOut: ['SOL'] })
  expect(scene.store.equity(MAIN, 0, Infinity, 10)).toEqual([])
  scene.market.set(SOL, price({ mark: amount('150'), markHeardAt: scene.clock.now() }))
  scene.clock.advance(1_000)
  expect(scene.store.equity(MAIN, 0, Infinity, 10).map(({ equity }) => equity)).toEqual(['10300'])
})
