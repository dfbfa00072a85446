import { useEffect, useRef } from 'react'
import type { LiveChart } from './use-chart.ts'

/**
 * Keeps the whole content in sight until the user pans or zooms; from then on the user's view stays, whatever arrives,
 * until the chart shows something else.
 * @param shows a name of what is drawn; another name is fitted anew
 * @param content what is drawn
 */
export function useFit(live: LiveChart | null, shows: string, content: unknown): void {
  const moved = useRef(false)
  const chart = live?.chart ?? null

  useEffect(() => {
    moved.current = false
  }, [chart, shows])

  useEffect(() => {
    if (chart === null) return
    const element = chart.chartElement()
    const note = (event: Event): void => {
      if (!passesOver(event)) moved.current = true
    }
    const moves = ['wheel', 'pointermove', 'touchmove'] as const
    for (const move of moves) element.addEventListener(move, note, { passive: true })
    element.parentElement?.addEventListener('keydown', note)
    return () => {
      for (const move of moves) element.removeEventListener(move, note)
      element.parentElement?.removeEventListener('keydown', note)
    }
  }, [chart])

  useEffect(() => {
    if (!moved.current) chart?.timeScale().fitContent()
  }, [chart, shows, content])
}

/** A pointer or a focus on its way elsewhere moves nothing. */
function passesOver(event: Event): boolean {
  if (event instanceof KeyboardEvent) return event.key === 'Tab'
  return event instanceof PointerEvent && event.buttons === 0
}
