import { expect, it, vi } from 'vitest'
import type { LiveReader } from '../../shared/client.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { createLives } from './lives.ts'
import { createNotifier } from './notifier.ts'

function setUp() {
  const clock = createManualClock(1_000)
  const lives = createLives(createNotifier(), clock.after)
  const close = vi.fn()
  const open = vi.fn((reader: LiveReader<number>) => {
    reader.changed({ reset: true, rows: new Map([['a', open.mock.calls.length]]) })
    return close
  })
  return { clock, lives, open, close, query: { name: 'figures', open } }
}

it('opens a live once for all who hold it', () => {
  const { lives, open, query } = setUp()
  lives.hold(query)
  lives.hold({ ...query })
  expect(open).toHaveBeenCalledOnce()
  expect(lives.store(query).get('a')).toBe(1)
})

it('closes it a short while after the last holder left', () => {
  const { clock, lives, close, query } = setUp()
  const [first, second] = [lives.hold(query), lives.hold(query)]
  first()
  clock.advance(10_000)
  expect(close).not.toHaveBeenCalled()
  second()
  clock.advance(1_999)
  expect(close).not.toHaveBeenCalled()
  clock.advance(1)
  expect(close).toHaveBeenCalledOnce()
})

it('stays open when somebody comes back in time, and opens anew after that', () => {
  const { clock, lives, open, close, query } = setUp()
  lives.hold(query)()
  clock.advance(1_000)
  const release = lives.hold(query)
  clock.advance(10_000)
  expect(close).not.toHaveBeenCalled()
  release()
  clock.advance(2_000)
  lives.hold(query)
  expect(open).toHaveBeenCalledTimes(2)
  expect(lives.store(query).get('a')).toBe(2)
})
