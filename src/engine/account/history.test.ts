import { describe, expect, it } from 'vitest'
import { accountId } from '../../shared/ids.ts'
import { createEngineState } from '../state.ts'
import { createTables } from '../tables.ts'
import { createHistory, MOST_SHOWN } from './history.ts'
import { fill, flow } from './test/facts.ts'
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
    history.take(main, { fills: [early], flows: [] })
    history.take(main, { fills: [fill({ fee: amount('0.46'), realisedPnl: null })], flows: [] })
    history.take(main, { fills: [early], flows: [] })
    expect([...state.fills.rows()]).toMatchObject([['main f1', { fee: '0.46', realisedPnl: '12', liquidity: 'taker' }]])
  })

  it('keep three fills of a partial exit and their funding apart', () => {
    const { state, history } = createScene()
    const parts = ['f1', 'f2', 'f3'].map((id) => fill({ fill: id, order: 'exit', realisedPnl: amount('1') }))
    const funding = flow({ flow: 'fund 1', kind: 'funding', amount: amount('-0.45') })
    for (let time = 0; time < 2; time += 1) history.take(main, { fills: parts, flows: [funding] })
    expect(state.fills.size).toBe(3)
    expect([...state.flows.rows()].map(([, row]) => row.amount)).toEqual(['-0.45'])
  })

  it('keep one id in two accounts apart', () => {
    const { state, history } = createScene()
    history.take(main, { fills: [fill()], flows: [] })
    history.take(other, { fills: [fill()], flows: [] })
    expect([...state.fills.keys()].sort()).toEqual(['main f1', 'other f1'])
  })

  it('are bounded, and older ones do not push out newer', () => {
    const { state, history } = createScene()
    const many = Array.from({ length: MOST_SHOWN }, (_, index) => fill({ fill: `n${index}`, at: START + index }))
    history.take(main, { fills: many, flows: [] })
    history.take(main, { fills: [fill({ fill: 'old', at: START - 1 })], flows: [] })
    history.take(main, { fills: [fill({ fill: 'new', at: START + 9_999 })], flows: [] })
    expect(state.fills.size).toBe(MOST_SHOWN)
    expect([state.fills.get('main old'), state.fills.get('main n0')]).toEqual([undefined, undefined])
    expect(state.fills.get('main new')).toBeDefined()
  })

  it('are there again after a restart', () => {
    const { store, history } = createScene()
    history.take(main, { fills: [fill()], flows: [flow()] })
    const state = createEngineState(createTables())
    createHistory(store, state).load()
    expect([state.fills.size, state.flows.size]).toEqual([1, 1])
  })
})
