import { useEffect } from 'react'
import { usePage } from '../../state/page.ts'
import { TABS, type View } from '../../state/view.ts'
import { useActions } from './use-actions.ts'

/** Ctrl or ⌘ with 1… switches tabs, with K opens the palette, with . hides amounts; ? shows the keys. */
export function useShortcuts(): void {
  const { view } = usePage()
  const { togglePrivacy } = useActions()
  useEffect(() => {
    function take(event: KeyboardEvent): void {
      if (act(event)) event.preventDefault()
    }

    function act(event: KeyboardEvent): boolean {
      if (event.key === '?' && !isTyping(event.target)) return set({ shortcuts: 'open' })
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return false
      if (event.key.toLowerCase() === 'k') return set({ palette: 'open' })
      if (event.key === '.') return (togglePrivacy(), true)
      const tab = TABS[Number(event.key) - 1]
      return tab === undefined ? false : set({ tab })
    }

    function set(change: Partial<View>): true {
      view.setState(change)
      return true
    }

    document.addEventListener('keydown', take)
    return () => document.removeEventListener('keydown', take)
  }, [view, togglePrivacy])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}
