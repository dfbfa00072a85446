import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Coverage } from '../../engine/ports/store.ts'
import { openTestStore } from '../test/open-test-store.ts'
import { main, other } from '../test/rows.ts'
import { mergeStretch } from './coverage-merge.ts'

const stretch = fc.tuple(fc.nat(60), fc.nat(12)).map(([from, length]): Coverage => ({ from, to: from + length }))

function merged(stretches: readonly Coverage[]): readonly Coverage[] {
  return stretches
    .reduce<readonly Coverage[]>((proven, next) => {
      const { gone, merged } = mergeStretch(proven, next)
      return [...proven.filter((one) => !gone.includes(one)), merged]
    }, [])
    .toSorted((one, two) => one.from - two.from)
}

const milliseconds = (stretches: readonly Coverage[]) =>
  new Set(stretches.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)))

test('exactly the proven milliseconds stay proven, in stretches that leave a gap between them', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 20 }), (stretches) => {
      const proven = merged(stretches)
      expect(milliseconds(proven)).toEqual(milliseconds(stretches))
      proven.slice(1).forEach((one, index) => expect(one.from).toBeGreaterThan(proven[index]!.to + 1))
    }),
  )
})

test('the order in which stretches are proven makes no difference', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 10 }), (stretches) => {
      expect(merged(stretches.toReversed())).toEqual(merged(stretches))
    }),
  )
})

test('the store keeps what the merge decides, apart for each account and list', () => {
  const { store } = openTestStore()
  const runs = fc.sample(fc.array(stretch, { minLength: 1, maxLength: 15 }), 20)
  runs.forEach((stretches, run) => {
    const history = { account: main, list: `list ${run}` }
    for (const one of stretches) store.proveCoverage(history, one)
    expect(store.coverage(history)).toEqual(merged(stretches))
  })
  expect(store.coverage({ account: other, list: 'list 0' })).toEqual([])
})

test('a stretch that ends before it begins proves nothing', () => {
  const { store } = openTestStore()
  store.proveCoverage({ account: main, list: 'fills' }, { from: 9, to: 5 })
  expect(store.coverage({ account: main, list: 'fills' })).toEqual([])
})
