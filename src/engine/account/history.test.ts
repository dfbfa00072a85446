import { describe, expect, it } from 'vitest'
import { accountId } from '../../shared/ids.ts'
import { createEngineState } from '../state.ts'
import { createTables } from '../tables.ts'
import { createHistory, MOST_SHOWN } from './history.ts'
import { fill, flow, gone } from './test/facts.ts'
import { createMemoryStore } from './test/memory-store.ts'
import { amount, START } from './test/samples.ts'

const main = accountId('main')
const other = accountId('other')

function createScene() {
  const store = createMemoryStore()
  const state = createEngineState(createTables())
  return { store, state, history: createHistory(store, state) }
}

describe('the newest facts', () => {
  it('hold a fill once, with whatever any report knew of it', () => {
    const { state, history } = createScene()
    const early = fill({ fee: null, realisedPnl: amount('12'), liquidity: 'unknown' })
    history.take(main, { fills: [early], flows: [], gone: [] })
    history.take(main, { fills: [fill({ fee: amount('0.46'), realisedPnl: null })], flows: [], gone: [] })
    history.take(main, { fills: [early], flows: [], gone: [] })
    expect([...state.fills.rows()]).toMatchObject([['main f1', { fee: '0.46', realisedPnl: '12', liquidity: 'taker' }]])
  })

  it('keep three fills of a partial exit and their funding apart', () => {
    const { state, history } = createScene()
    const parts = ['f1', 'f2', 'f3'].map((id) => fill({ fill: id, order: 'exit', realisedPnl: amount('1') }))
    const funding = flow({ flow: 'fund 1', kind: 'funding', amount: amount('-0.45') })
    for (let time = 0; time < 2; time += 1) history.take(main, { fills: parts, flows: [funding], gone: [] })
    expect(state.fills.size).toBe(3)
    expect([...state.flows.rows()].map(([, row]) => row.amount)).toEqual(['-0.45'])
  })

  it('keep one id in two accounts apart', () => {
    const { state, history } = createScene()
    history.take(main, { fills: [fill()], flows: [], gone: [] })
    history.take(other, { fills: [fill()], flows: [], gone: [] })
    expect([...state.fills.keys()].sort()).toEqual(['main f1', 'other f1'])
  })

  it('are bounded, and older ones do not push out newer', () => {
    const { state, history } = createScene()
    const many = Array.from({ length: MOST_SHOWN }, (_, index) => fill({ fill: `n${index}`, at: START + index }))
    history.take(main, { fills: many, flows: [], gone: [] })
    history.take(main, { fills: [fill({ fill: 'old', at: START - 1 })], flows: [], gone: [] })
    history.take(main, { fills: [fill({ fill: 'new', at: START + 9_999 })], flows: [], gone: [] })
    expect(state.fills.size).toBe(MOST_SHOWN)
    expect([state.fills.get('main old'), state.fills.get('main n0')]).toEqual([undefined, undefined])
    expect(state.fills.get('main new')).toBeDefined()
  })

  it('are there again after a restart', () => {
    const { store, history } = createScene()
    history.take(main, { fills: [fill()], flows: [flow()], gone: [] })
    const state = createEngineState(createTables())
    createHistory(store, state).load()
    expect([state.fills.size, state.flows.size]).toEqual([1, 1])
  })
})

describe('orders that left the book', () => {
  const ways = ['rejected', 'expired', 'filled', 'cancelled', 'triggered'] as const
  const orders = ways.map((how) => gone({ order: how, gone: how }))
  const facts = { fills: [], flows: [], gone: orders }

  it('come in once, by our clock, and only those that did not end as they were meant to', () => {
    const { state, history } = createScene()
    for (let time = 0; time < 2; time += 1) history.take(main, facts, 5_000)
    const { instrument } = gone()
    const row = { account: main, instrument, symbol: 'BTCUSDT', at: START - 5_000 }
    expect([...state.incoming.orders.rows()]).toEqual([
      ['main rejected', { ...row, order: 'rejected', how: 'rejected' }],
      ['main expired', { ...row, order: 'expired', how: 'expired' }],
    ])
  })

  it('say nothing of a contract that was not named', () => {
    const { state, history } = createScene()
    history.take(main, { ...facts, gone: [gone({ instrument: null })] })
    expect(state.incoming.orders.get('main o1')).toMatchObject({ instrument: null, symbol: '' })
  })

  it('are told once somebody took them out, each account for itself, and forgotten with it', () => {
    const { state, history } = createScene()
    history.take(main, facts)
    history.take(other, facts)
    expect(history.isTold(main, facts)).toBe(false)
    history.forget(main)
    expect([history.isTold(main, facts), history.isTold(other, facts)]).toEqual([true, false])
    expect([...state.incoming.orders.keys()]).toEqual(['other rejected', 'other expired'])
  })
})
