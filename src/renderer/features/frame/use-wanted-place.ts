import { useEffect, useRef } from 'react'
import type { WantedPlace } from '../../../shared/desktop-rows.ts'
import { usePage, useRow } from '../../state/page.ts'
import { TABS, type Tab, type View } from '../../state/view.ts'

/** Goes where the desktop app asks: a notice or a menu item was clicked. Each request is followed once. */
export function useWantedPlace(): void {
  const { queries, view } = usePage()
  const wanted = useRow(queries.wanted, 'wanted')
  const followed = useRef(0)
  useEffect(() => {
    if (wanted === undefined || wanted.number <= followed.current) return
    followed.current = wanted.number
    view.setState(changeOf(wanted))
  }, [wanted, view])
}

/** What is not named stays as it is; a tab this page does not have changes nothing. */
function changeOf({ tab, account, instrument }: WantedPlace): Partial<View> {
  if (!isTab(tab)) return {}
  return { tab, ...(account === null ? {} : { account }), ...(instrument === null ? {} : { instrument }) }
}

function isTab(tab: WantedPlace['tab']): tab is Tab {
  return (TABS as readonly WantedPlace['tab'][]).includes(tab)
}
