import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef, type KeyboardEvent } from 'react'
import { AlertEntry } from './alert-entry.tsx'
import type { Told } from './merge.ts'
import { useSeen } from './use-seen.ts'

interface AlertFeedProps {
  readonly label: string
  readonly shown: readonly Told[]
  readonly acknowledge: (alert: string) => void
  readonly onSeen: (alerts: readonly string[]) => void
}

const USUAL_PX = 150

/** Alerts one under another, with only those in sight in the document. Page Up and Page Down go from one to the next. */
export function AlertFeed({ label, shown, acknowledge, onSeen }: AlertFeedProps) {
  const area = useRef<HTMLDivElement>(null)
  const seen = useSeen(onSeen)
  const virtual = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: shown.length,
    getScrollElement: () => area.current,
    estimateSize: () => USUAL_PX,
    overscan: 4,
    getItemKey: (index) => shown[index]?.alert.alert ?? index,
  })
  const { measureElement, scrollToIndex } = virtual
  const attach = useCallback(
    (element: HTMLElement | null) => {
      measureElement(element)
      const forget = seen(element)
      return () => {
        forget?.()
        measureElement(null)
      }
    },
    [measureElement, seen],
  )

  function onKeyDown(event: KeyboardEvent): void {
    const from = indexOf(event.target)
    const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0
    if (from === null || by === 0) return
    event.preventDefault()
    const to = Math.max(0, Math.min(shown.length - 1, from + by))
    scrollToIndex(to)
    const feed = event.currentTarget
    requestAnimationFrame(() => feed.querySelector<HTMLElement>(`article[data-index="${to}"]`)?.focus())
  }

  const items = virtual.getVirtualItems()
  return (
    <div ref={area} className="alert-feed scroll" role="feed" aria-label={label} onKeyDown={onKeyDown}>
      <div style={{ height: items[0]?.start ?? 0 }} />
      {items.map(({ index, key }) => {
        const told = shown[index]
        if (told === undefined) return null
        return (
          <AlertEntry
            key={key}
            told={told}
            index={index}
            count={shown.length}
            acknowledge={acknowledge}
            attach={attach}
          />
        )
      })}
      <div style={{ height: virtual.getTotalSize() - (items.at(-1)?.end ?? 0) }} />
    </div>
  )
}

function indexOf(target: EventTarget): number | null {
  const entry = target instanceof Element ? target.closest<HTMLElement>('article[data-index]') : null
  return entry === null ? null : Number(entry.dataset['index'])
}
