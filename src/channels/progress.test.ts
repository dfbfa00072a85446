import { expect, test } from 'vitest'
import type { Delivery } from '../engine/ports/channel.ts'
import { again, delivered } from './http/delivery.ts'
import { createProgress, numbered, takeSteps } from './progress.ts'

const later = again('channel.busy', { host: 'example.org' })

/** Steps that write down that they ran, failing as told. */
function diary(answers: readonly Delivery[]) {
  const ran: number[] = []
  const left = [...answers]
  const runs = [0, 1, 2].map((step) => async () => {
    ran.push(step)
    return left.shift() ?? delivered
  })
  return { ran, runs }
}

test('a second try goes on where the first one stopped', async () => {
  const { ran, runs } = diary([delivered, later])
  const progress = createProgress()
  expect(await takeSteps(progress, 'k', numbered(runs))).toEqual(later)
  expect(await takeSteps(progress, 'k', numbered(runs))).toEqual(delivered)
  expect(ran).toEqual([0, 1, 1, 2])
})

test('other messages are their own, and one that falls into other parts begins anew', async () => {
  const { ran, runs } = diary([delivered, later])
  const progress = createProgress()
  await takeSteps(progress, 'k', numbered(runs))
  await takeSteps(progress, 'other', numbered(runs.slice(0, 1)))
  await takeSteps(progress, 'k', numbered(runs.slice(0, 2)))
  expect(ran).toEqual([0, 1, 0, 0, 1])
})

test('only so many messages are remembered, the oldest is forgotten first', () => {
  const progress = createProgress(2)
  for (const key of ['a', 'b', 'a', 'c']) progress.add(key, '1')
  expect(['a', 'b', 'c'].map((key) => progress.has(key, '1'))).toEqual([true, false, true])
  progress.forget('a')
  expect(progress.has('a', '1')).toBe(false)
})
