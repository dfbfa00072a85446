import { useCallback, type KeyboardEvent } from 'react'
import { useTallList } from '../../../parts/use-tall-list.ts'
import { AlertEntry } from './alert-entry.tsx'
import type { Told } from './merge.ts'
import { useSeen } from './use-seen.ts'

interface AlertFeedProps {
  readonly label: string
  readonly shown: readonly Told[]
  readonly acknowledge: (alert: string) => void
  readonly onSeen: (alerts: readonly string[]) => void
}

const USUAL_PX = 112

/** Alerts one under another, with only those in sight in the document. Page Up and Page Down go from one to the next. */
export function AlertFeed({ label, shown, acknowledge, onSeen }: AlertFeedProps) {
  const seen = useSeen(onSeen)
  const keyOf = (index: number): string => shown[index]?.alert.alert ?? String(index)
  const list = useTallList<HTMLDivElement>(shown.length, USUAL_PX, keyOf)
  const { area, shown: inSight, above, below, measure, reveal } = list
  const attach = useCallback(
    (element: HTMLElement | null) => {
      const stops = [measure(element), seen(element)]
      return () => stops.forEach((stop) => stop?.())
    },
    [measure, seen],
  )

  function onKeyDown(event: KeyboardEvent): void {
    const from = indexOf(event.target)
    const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0
    if (from === null || by === 0) return
    event.preventDefault()
    const to = Math.max(0, Math.min(shown.length - 1, from + by))
    reveal(to)
    const feed = event.currentTarget
    requestAnimationFrame(() => feed.querySelector<HTMLElement>(`article[data-index="${to}"]`)?.focus())
  }

  return (
    <div
      ref={area}
      className="alert-feed scroll"
      style={{ paddingTop: above, paddingBottom: below }}
      role="feed"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {inSight.map((index) => {
        const told = shown[index]
        if (told === undefined) return null
        const common = { told, index, count: shown.length, acknowledge, attach }
        return <AlertEntry key={told.alert.alert} {...common} />
      })}
    </div>
  )
}

function indexOf(target: EventTarget): number | null {
  const entry = target instanceof Element ? target.closest<HTMLElement>('article[data-index]') : null
  return entry === null ? null : Number(entry.dataset['index'])
}
