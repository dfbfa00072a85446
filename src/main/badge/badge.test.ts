import { describe, expect, it } from 'vitest'
import { createSpeech } from '../words/speech.ts'
import { badgeModel } from './badge-model.ts'
import { createBadgeFace, type BadgeWindow } from './render-badge.ts'

const speech = createSpeech('en', 'UTC', 'shown')

it('counts accounts that wait for the user and alerts that reached nobody', () => {
  const states = ['live', 'checking', 'starting', 'stale', 'down', 'refused'] as const
  const accounts = states.map((state) => ({ state }))
  expect(badgeModel({ accounts, undelivered: 3 })).toEqual({ count: 5 })
  expect(badgeModel({ accounts: [], undelivered: 0 })).toEqual({ count: 0 })
})

function stageOf(where: 'icon' | 'button') {
  const done: unknown[] = []
  const makeWindow = (id: number, focused: boolean): BadgeWindow => ({
    id,
    isFocused: () => focused,
    mark: (words) => void done.push([id, words]),
    flash: () => void done.push([id, 'flash']),
  })
  const now = { window: makeWindow(1, false) as BadgeWindow | null }
  const face = createBadgeFace({ where, count: (count) => void done.push(count), window: () => now.window })
  return { done, now, makeWindow, draw: (count: number) => face.draw({ count }, speech) }
}

it('at the icon is a number, set when it changes', () => {
  const { done, draw } = stageOf('icon')
  for (const count of [0, 2, 2, 0]) draw(count)
  expect(done).toEqual([2, 0])
})

describe('over the button', () => {
  it('is a mark, and flashes when more waits than before', () => {
    const { done, draw } = stageOf('button')
    for (const count of [2, 2, 1, 0]) draw(count)
    expect(done).toEqual([
      [1, 'Needs you: 2'],
      [1, 'flash'],
      [1, 'Needs you: 1'],
      [1, null],
    ])
  })

  it('does not flash a window in front', () => {
    const { done, draw, now, makeWindow } = stageOf('button')
    now.window = makeWindow(2, true)
    draw(1)
    expect(done).toEqual([[2, 'Needs you: 1']])
  })

  it('moves to a new window without flashing', () => {
    const { done, draw, now, makeWindow } = stageOf('button')
    draw(1)
    now.window = null
    draw(1)
    now.window = makeWindow(2, false)
    draw(1)
    expect(done.slice(2)).toEqual([[2, 'Needs you: 1']])
  })
})
