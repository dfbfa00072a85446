import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type Ref, type RefObject } from 'react'

interface StripWindow {
  readonly strip: RefObject<HTMLDivElement | null>
  /** Places of the items that are in sight, or nearly so. */
  readonly shown: readonly number[]
  /** Widths of what is left out on either side, in pixels. */
  readonly before: number
  readonly after: number
  readonly measure: Ref<HTMLButtonElement>
}

const ESTIMATE_PX = 170
const GAP_PX = 8

/** Which items of a strip that scrolls sideways are in the document: nobody pays for figures out of sight. */
export function useStripWindow(keys: readonly string[]): StripWindow {
  const strip = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer<HTMLDivElement, HTMLButtonElement>({
    horizontal: true,
    count: keys.length,
    getScrollElement: () => strip.current,
    estimateSize: () => ESTIMATE_PX,
    gap: GAP_PX,
    overscan: 3,
    getItemKey: (index) => keys[index] ?? index,
  })
  const items = virtual.getVirtualItems()
  return {
    strip,
    shown: items.map(({ index }) => index),
    before: items[0]?.start ?? 0,
    after: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtual.measureElement,
  }
}
