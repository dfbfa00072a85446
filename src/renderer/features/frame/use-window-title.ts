import { useEffect } from 'react'
import { useStore } from 'zustand'
import { HIDDEN, UNKNOWN } from '../../../shared/format/amount.ts'
import { useFormats } from '../../format/formats.ts'
import { usePage, useRow } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

/** The window's title tells equity, unless amounts are hidden, and says so when all of it is the simulator's. */
export function useWindowTitle(): void {
  const say = useWords()
  const { queries, view, connection } = usePage()
  const now = useStore(connection, (store) => store.connection)
  const mode = now.state === 'connected' && now.mode === 'demo' ? say('badge.demo') : null
  const formats = useFormats()
  const account = useStore(view, (state) => state.account)
  const total = useRow(queries.totals, account)
  const equity = total?.equity ?? null
  const text = equity === null ? UNKNOWN : formats.privacy ? HIDDEN : formats.rounded(equity, 2)
  const title = [mode, `${text} ${total?.currency ?? ''}`.trim(), 'Tidemark']
    .filter((part) => part !== null)
    .join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
