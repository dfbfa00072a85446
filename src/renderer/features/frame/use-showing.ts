import { useEffect } from 'react'
import { useStore } from 'zustand'
import { usePage, useRow } from '../../state/page.ts'

/** Tells the desktop app, where there is one, what is shown, so that it notifies of nothing before the user's eyes. */
export function useShowing(): void {
  const { client, queries, view } = usePage()
  const hasDesktop = useRow(queries.desktop, 'desktop') !== undefined
  const tab = useStore(view, (state) => state.tab)
  const account = useStore(view, (state) => state.account)
  const instrument = useStore(view, (state) => state.instrument)
  useEffect(() => {
    if (hasDesktop) void client.desktop.showing({ tab, account, instrument })
  }, [client, hasDesktop, tab, account, instrument])
}
