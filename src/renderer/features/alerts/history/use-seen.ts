import { useCallback, useEffect, useRef } from 'react'

/** So long something has to be in sight to have been seen. */
const MOMENT_MS = 1_500
const MOSTLY = 0.6

/**
 * Tells what has been before the user's eyes for a moment: in sight, in a tab of the browser that is itself visible.
 * @param onSeen told of the ids (`data-alert`) of the elements in sight
 * @returns a ref for each element
 */
export function useSeen(
  onSeen: (ids: readonly string[]) => void,
): (element: HTMLElement | null) => (() => void) | undefined {
  const told = useRef(onSeen)
  const watching = useRef<IntersectionObserver | null>(null)
  const elements = useRef(new Set<HTMLElement>())

  useEffect(() => {
    told.current = onSeen
  }, [onSeen])

  useEffect(() => {
    const inSight = new Set<string>()
    const timer: { stop: () => void } = { stop: () => undefined }
    const wait = (): void => {
      timer.stop()
      if (inSight.size === 0 || document.visibilityState !== 'visible') return
      const started = setTimeout(() => told.current([...inSight]), MOMENT_MS)
      timer.stop = () => clearTimeout(started)
    }
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) note(inSight, target, isIntersecting)
        wait()
      },
      { threshold: MOSTLY },
    )
    watching.current = observer
    for (const element of elements.current) observer.observe(element)
    document.addEventListener('visibilitychange', wait)
    return () => {
      timer.stop()
      watching.current = null
      observer.disconnect()
      document.removeEventListener('visibilitychange', wait)
    }
  }, [])

  return useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const known = elements.current
    known.add(element)
    watching.current?.observe(element)
    return () => {
      known.delete(element)
      watching.current?.unobserve(element)
    }
  }, [])
}

function note(inSight: Set<string>, target: Element, isIntersecting: boolean): void {
  const id = target instanceof HTMLElement ? target.dataset['alert'] : undefined
  if (id === undefined) return
  if (isIntersecting) inSight.add(id)
  else inSight.delete(id)
}
