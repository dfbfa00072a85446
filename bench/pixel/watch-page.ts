/** What a page saw of the marker, and how it kept up. Moments are epoch milliseconds. */
export interface Seen {
  readonly marks: readonly (readonly [at: number, mark: string])[]
  /** Milliseconds between animation frames. */
  readonly frames: readonly number[]
  readonly longTasks: readonly number[]
}

declare global {
  interface Window {
    watched?: { stop(): Seen }
  }
}

/**
 * Runs inside the page, so it may use nothing but its argument. A value counts as painted in the animation frame after
 * the one in which the document took it: rAF callbacks run before a frame is drawn, a message posted there after.
 */
export function watchPage(label: string | null): void {
  const marks: (readonly [number, string])[] = []
  const frames: number[] = []
  const longTasks: number[] = []
  const now = (): number => performance.timeOrigin + performance.now()
  const state = { last: performance.now(), shown: '', waiting: false, over: false }
  const drawn = new MessageChannel()

  function mark(): string {
    if (label === null) return ''
    const items = document.querySelectorAll('.ticker-item')
    for (const item of items) if (item.querySelector('b')?.textContent === label) return markOf(item)
    return ''
  }

  function markOf(item: Element): string {
    return item.querySelector('.number')?.textContent?.replace(/[^\d.]/g, '') ?? ''
  }

  drawn.port1.onmessage = () => {
    state.waiting = false
    const shown = mark()
    if (shown === '' || shown === state.shown) return
    state.shown = shown
    marks.push([now(), shown])
  }

  const observer = new MutationObserver(() => {
    if (state.waiting) return
    state.waiting = true
    requestAnimationFrame(() => drawn.port2.postMessage(null))
  })
  if (label !== null) observer.observe(document.body, { subtree: true, childList: true, characterData: true })

  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration)
  })
  tasks.observe({ type: 'longtask' })

  function beat(): void {
    const at = performance.now()
    frames.push(at - state.last)
    state.last = at
    if (!state.over) requestAnimationFrame(beat)
  }
  requestAnimationFrame(beat)

  window.watched = {
    stop: () => {
      state.over = true
      observer.disconnect()
      tasks.disconnect()
      return { marks, frames, longTasks }
    },
  }
}
