import { useEffect, useRef } from 'react'
import { usePage, useRow } from '../../state/page.ts'
import { viewOf } from '../../state/place-view.ts'

/** Goes where the desktop app asks: a notice or a menu item was clicked. Each request is followed once. */
export function useWantedPlace(): void {
  const { queries, view } = usePage()
  const wanted = useRow(queries.wanted, 'wanted')
  const followed = useRef(0)
  useEffect(() => {
    if (wanted === undefined || wanted.number <= followed.current) return
    followed.current = wanted.number
    view.setState(viewOf(wanted))
  }, [wanted, view])
}
