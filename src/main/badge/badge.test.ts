import type { NativeImage } from 'electron'
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

function stageOf(platform: NodeJS.Platform) {
  const done: unknown[] = []
  const makeWindow = (name: string, focused: boolean): BadgeWindow => ({
    isFocused: () => focused,
    flashFrame: (flag) => void done.push([name, 'flash', flag]),
    setOverlayIcon: (overlay, text) => void done.push([name, overlay === null ? 'bare' : 'marked', text]),
  })
  const now = { window: makeWindow('first', false) as BadgeWindow | null }
  const app = { setBadgeCount: (count?: number) => done.push(['count', count]) > 0 }
  // What is drawn over the button is not looked at here.
  const face = createBadgeFace({ app, platform, window: () => now.window, overlay: () => ({}) as NativeImage })
  return { done, now, makeWindow, draw: (count: number) => face.draw({ count }, speech) }
}

describe('on macOS and Linux', () => {
  it('sets the number when it changes', () => {
    const { done, draw } = stageOf('linux')
    for (const count of [0, 2, 2, 0]) draw(count)
    expect(done).toEqual([
      ['count', 2],
      ['count', 0],
    ])
  })
})

describe('on Windows', () => {
  it('marks the button and flashes when more waits than before', () => {
    const { done, draw } = stageOf('win32')
    for (const count of [2, 1, 0]) draw(count)
    expect(done).toEqual([
      ['first', 'marked', 'Needs you: 2'],
      ['first', 'flash', true],
      ['first', 'marked', 'Needs you: 1'],
      ['first', 'bare', ''],
    ])
  })

  it('does not flash a window in front', () => {
    const { done, draw, now, makeWindow } = stageOf('win32')
    now.window = makeWindow('front', true)
    draw(1)
    expect(done).toEqual([['front', 'marked', 'Needs you: 1']])
  })

  it('marks a new window like the one before, without flashing', () => {
    const { done, draw, now, makeWindow } = stageOf('win32')
    draw(1)
    now.window = null
    draw(1)
    now.window = makeWindow('second', false)
    draw(1)
    expect(done.slice(2)).toEqual([['second', 'marked', 'Needs you: 1']])
  })
})
