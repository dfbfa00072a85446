import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type Ref, type RefObject } from 'react'
import type { Entry } from './sorting.ts'

interface RowWindow {
  readonly area: RefObject<HTMLDivElement | null>
  /** Places of the rows that are in sight, or nearly so. */
  readonly shown: readonly number[]
  /** Heights of what is left out above and below, in pixels. */
  readonly above: number
  readonly below: number
  readonly measure: Ref<HTMLTableRowElement>
  readonly reveal: (index: number) => void
}

/** Which rows of a table are in the document: those in sight and a few around them. Heights come from the styles. */
export function useRowWindow<Row>(entries: readonly Entry<Row>[]): RowWindow {
  const area = useRef<HTMLDivElement>(null)
  const [estimate] = useState(readRowHeight)
  const virtual = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: entries.length,
    getScrollElement: () => area.current,
    estimateSize: () => estimate,
    overscan: 8,
    getItemKey: (index) => entries[index]?.key ?? index,
  })
  const items = virtual.getVirtualItems()
  return {
    area,
    shown: items.map(({ index }) => index),
    above: items[0]?.start ?? 0,
    below: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtual.measureElement,
    reveal: (index) => virtual.scrollToIndex(index),
  }
}

const WITHOUT_STYLES_PX = 36

/** The usual height of a row; each row in the document is then measured. */
function readRowHeight(): number {
  const stated = getComputedStyle(document.documentElement).getPropertyValue('--row')
  return Number.parseFloat(stated) || WITHOUT_STYLES_PX
}
