import { useEffect, useRef } from 'react'
import { usePage, useRows } from '../../state/page.ts'
import { createNoticeDesk } from './notice-desk.ts'

/** Shows what the engine wants shown as notices of this browser. The desktop app has the system's own. */
export function WebNotices() {
  return window.engineLink === undefined ? <Shown /> : null
}

function Shown() {
  const { client, queries, view } = usePage()
  const rows = useRows(queries.toShow)
  const desk = useRef<ReturnType<typeof createNoticeDesk> | null>(null)
  useEffect(() => {
    desk.current ??= createNoticeDesk({
      answer: (notice, outcome) => void client.alerts.shown({ notice, outcome }),
      show: (change) => view.setState(change),
    })
    desk.current.look([...rows.values()])
  }, [client, view, rows])
  return null
}
