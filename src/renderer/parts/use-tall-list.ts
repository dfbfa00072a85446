import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef, type RefObject } from 'react'

interface TallList<Area extends Element> {
  /** The element that scrolls. */
  readonly area: RefObject<Area | null>
  /** Places of the entries that are in sight, or nearly so. */
  readonly shown: readonly number[]
  /** Heights of what is left out above and below, in pixels. */
  readonly above: number
  readonly below: number
  /** A ref for each entry, which carries its place as `data-index`; entries may be of any height. */
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined
  readonly reveal: (index: number) => void
}

/** A list of any length with only those entries in the document that are in sight, and a few around them. */
export function useTallList<Area extends Element>(
  count: number,
  usualPx: number,
  keyOf: (index: number) => string,
): TallList<Area> {
  const area = useRef<Area>(null)
  const virtual = useVirtualizer<Area, HTMLElement>({
    count,
    getScrollElement: () => area.current,
    estimateSize: () => usualPx,
    overscan: 4,
    getItemKey: keyOf,
  })
  const { measureElement } = virtual
  const measure = useCallback(
    (element: HTMLElement | null) => {
      measureElement(element)
      return () => measureElement(null)
    },
    [measureElement],
  )
  const items = virtual.getVirtualItems()
  return {
    area,
    shown: items.map(({ index }) => index),
    above: items[0]?.start ?? 0,
    below: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure,
    reveal: (index) => virtual.scrollToIndex(index),
  }
}
