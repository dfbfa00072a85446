import { expect, it } from 'vitest'
import type { AccountModes, MarginMode } from './event.ts'
import { beginReading, complete, hear, verify } from './reconcile.ts'
import { reduce } from './reduce.ts'
import { amount, at, ETH, flat, position, snapshot, START, stateOf } from './test/samples.ts'

function modes(marginMode: AccountModes['marginMode']): AccountModes {
  return { positionMode: 'one-way', marginMode, sharedCollateral: false }
}

function marginModesOf(state: ReturnType<typeof stateOf>): readonly (MarginMode | null)[] {
  return [...state.positions.values()].map((row) => (row.size === null ? null : row.marginMode))
}

it('of the account is that of a position told before the account was read', () => {
  const heard = position({ instrument: ETH, marginMode: 'cross', recency: at(500, 7) })
  const reading = hear(beginReading({ phase: 'waiting', state: null }), [{ kind: 'position', position: heard }])
  const { state } = complete(reading, snapshot({ modes: modes('isolated'), positions: [] }))
  expect(state && marginModesOf(state)).toEqual(['isolated'])
})

it.each(['isolated', 'cross', 'portfolio'] as const)('%s overrules whatever a row says', (marginMode) => {
  const state = stateOf({ modes: modes(marginMode) })
  const rows = (['cross', 'isolated', 'portfolio'] as const).map((guess, index) =>
    reduce(state, { kind: 'position', position: position({ marginMode: guess, recency: at(900 + index, 9) }) }),
  )
  expect(rows.flatMap(marginModesOf)).toEqual([marginMode, marginMode, marginMode])
})

it('stays each position’s own where the account leaves it to them', () => {
  const both = [position({ marginMode: 'isolated' }), position({ instrument: ETH, marginMode: 'cross' })]
  expect(marginModesOf(stateOf({ modes: modes('per-position'), positions: both }))).toEqual(['isolated', 'cross'])
})

it('that the account is switched to is that of all its positions, closed ones aside', () => {
  const state = stateOf({ positions: [position()] })
  const closed = reduce(state, { kind: 'position', position: flat(at(900, 2), 'one-way', ETH) })
  const switched = reduce(closed, { kind: 'modes', modes: modes('isolated') })
  expect(marginModesOf(switched)).toEqual(['isolated', null])
})

it('that a later look finds is that of rows kept as newer, and no difference between rows', () => {
  const ours = position({ size: amount('0.07'), recency: at(60_000, 9) })
  const live = { phase: 'live', state: stateOf({ positions: [ours] }), touched: null, suspects: [] } as const
  const theirs = snapshot({ at: START + 50_000, modes: modes('isolated'), positions: [position()] })
  const { next } = verify(live, theirs)
  expect(next.state && marginModesOf(next.state)).toEqual(['isolated'])
})
