// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { createAfterPaint } from './after-paint.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A document that is painted only when told, as one that nobody sees is not. */
function unpainted(): { readonly paint: () => void } {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const asked = new Map<number, FrameRequestCallback>()
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((run) => (asked.set(asked.size + 1, run), asked.size))
  vi.spyOn(window, 'cancelAnimationFrame').mockImplementation((id) => void asked.delete(id))
  return { paint: () => [...asked.values()].forEach((run) => run(0)) }
}

it('runs once, when the page is painted', () => {
  const { paint } = unpainted()
  const run = vi.fn()
  createAfterPaint('goes-on')(run)
  expect(run).not.toHaveBeenCalled()
  paint()
  vi.advanceTimersByTime(5_000)
  expect(run).toHaveBeenCalledTimes(1)
})

it('goes on once a second in a hidden browser tab, which may have notices to show', () => {
  const { paint } = unpainted()
  const run = vi.fn()
  createAfterPaint('goes-on')(run)
  vi.advanceTimersByTime(999)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  paint()
  expect(run).toHaveBeenCalledTimes(1)
})

it('rests in a hidden window of the desktop app', () => {
  const { paint } = unpainted()
  const run = vi.fn()
  createAfterPaint('rests')(run)
  vi.advanceTimersByTime(60_000)
  expect(run).not.toHaveBeenCalled()
  paint()
  expect(run).toHaveBeenCalledTimes(1)
})
