import type { Link } from '../../shared/link.ts'

export interface LinkPair {
  readonly page: Link
  readonly engine: Link
  /** Everything that went down to the page, as sent. */
  readonly down: string[]
  readonly up: string[]
}

interface End {
  readonly texts: Set<(text: string) => void>
  readonly closes: Set<() => void>
}

/** Two ends of one link over arrays: frames arrive at once and in order; closing either end closes both. */
export function createLinkPair(): LinkPair {
  const down: string[] = []
  const up: string[] = []
  const page: End = { texts: new Set(), closes: new Set() }
  const engine: End = { texts: new Set(), closes: new Set() }
  const open = { value: true }

  function close(): void {
    if (!open.value) return
    open.value = false
    for (const take of [...page.closes, ...engine.closes]) take()
  }

  function link(own: End, other: End, log: string[]): Link {
    return {
      send: (text) => {
        if (!open.value) return
        log.push(text)
        for (const take of [...other.texts]) take(text)
      },
      onText: (take) => {
        own.texts.add(take)
        return () => void own.texts.delete(take)
      },
      onClose: (take) => {
        own.closes.add(take)
        return () => void own.closes.delete(take)
      },
      close,
    }
  }

  return { page: link(page, engine, up), engine: link(engine, page, down), down, up }
}
