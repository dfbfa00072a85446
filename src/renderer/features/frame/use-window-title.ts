import { useEffect } from 'react'
import { useStore } from 'zustand'
import { HIDDEN, UNKNOWN } from '../../format/amount.ts'
import { useFormats } from '../../format/formats.ts'
import { usePage, useRow } from '../../state/page.ts'

/** The window's title tells equity, unless amounts are hidden. */
export function useWindowTitle(): void {
  const { queries, view } = usePage()
  const formats = useFormats()
  const account = useStore(view, (state) => state.account)
  const total = useRow(queries.totals, account)
  const equity = total?.equity ?? null
  const text = equity === null ? UNKNOWN : formats.privacy ? HIDDEN : formats.rounded(equity, 2)
  useEffect(() => {
    document.title = `${text} ${total?.currency ?? ''} · Tidemark`
  }, [text, total?.currency])
}
