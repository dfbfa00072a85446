import { useState, type FocusEvent, type KeyboardEvent } from 'react'

interface RowFocus {
  /** The one row that is in the tab order. */
  readonly active: number
  readonly onFocus: (event: FocusEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Rows as one stop in the tab order: arrows, Home and End go from row to row, also to those not yet in the document. */
export function useRowFocus(count: number, reveal: (index: number) => void): RowFocus {
  const [chosen, setChosen] = useState(0)
  const active = Math.max(0, Math.min(chosen, count - 1))

  function onFocus({ target }: FocusEvent): void {
    const index = indexOf(target)
    if (index !== null) setChosen(index)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const from = indexOf(event.target)
    const to = from === null ? null : targetOf(event.key, from, count)
    if (to === null) return
    event.preventDefault()
    setChosen(to)
    reveal(to)
    const body = event.currentTarget
    requestAnimationFrame(() => body.querySelector<HTMLElement>(`tr[data-index="${to}"]`)?.focus())
  }

  return { active, onFocus, onKeyDown }
}

/** The place of a row; null for anything inside one, whose keys are its own. */
function indexOf(target: EventTarget): number | null {
  const index = target instanceof HTMLTableRowElement ? target.dataset['index'] : undefined
  return index === undefined ? null : Number(index)
}

function targetOf(key: string, from: number, count: number): number | null {
  const to =
    key === 'ArrowDown'
      ? from + 1
      : key === 'ArrowUp'
        ? from - 1
        : key === 'Home'
          ? 0
          : key === 'End'
            ? count - 1
            : from
  return to === from || to < 0 || to >= count ? null : to
}
