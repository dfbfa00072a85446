import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fill, main, other, reading } from '../test/rows.ts'
import { accountOf, bound, withoutProofs, type Write } from './write.ts'

const some = fc.array(
  fc.oneof(
    fc.nat(99).map((n): Write => ({ kind: 'fill', row: fill({ fill: `f${n}` }) })),
    fc.nat(99).map((at): Write => ({ kind: 'equity', reading: reading(at, '1') })),
    fc
      .nat(99)
      .map((to): Write => ({ kind: 'coverage', history: { account: main, list: 'x' }, stretch: { from: 0, to } })),
  ),
  { maxLength: 40 },
)
const ofKind = (writes: readonly Write[], kind: Write['kind']) => writes.filter((write) => write.kind === kind)

test('what waits is bounded, in order, and gives up equity readings before facts', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 30 }), (writes, most) => {
      const { kept, robbed } = bound(writes, most)
      expect(kept).toHaveLength(Math.min(most, writes.length))
      expect(kept).toEqual(writes.filter((write) => kept.includes(write)))
      if (ofKind(kept, 'equity').length > 0) expect(ofKind(kept, 'fill')).toEqual(ofKind(writes, 'fill'))
      const lost = writes.filter((write) => write.kind !== 'equity' && !kept.includes(write))
      expect(robbed).toEqual([...new Set(lost.map(accountOf))])
    }),
  )
})

test('without proofs only the robbed accounts’ coverage is gone', () => {
  fc.assert(
    fc.property(some, (writes) => {
      expect(withoutProofs(writes, new Set())).toBe(writes)
      expect(withoutProofs(writes, new Set([main]))).toEqual(writes.filter(({ kind }) => kind !== 'coverage'))
      expect(withoutProofs(writes, new Set([other]))).toEqual(writes)
    }),
  )
})
