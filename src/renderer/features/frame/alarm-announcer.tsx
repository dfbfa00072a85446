import { useEffect, useRef, useState } from 'react'
import type { AlertRow } from '../../../shared/alert-rows.ts'
import { useAlertText } from '../../format/use-reader.ts'
import { usePage, useRows } from '../../state/page.ts'
import { useWaiting } from '../../state/use-waiting.ts'
import { useWords } from '../../words/words.ts'

/** Tells a screen reader of each critical alert once, when it fires; not of those there were when the page opened. */
export function AlarmAnnouncer() {
  const say = useWords()
  const text = useAlertText()
  const newest = useNewestCritical()
  return (
    <div className="unseen" role="status" aria-live="polite">
      {newest === null ? '' : say('bell.announced', { title: text(newest.title) })}
    </div>
  )
}

function useNewestCritical(): AlertRow | null {
  const { queries } = usePage()
  const rows = useRows(queries.alerts)
  const waiting = useWaiting(queries.alerts) === 'waiting'
  const known = useRef<Set<string> | null>(null)
  const [newest, setNewest] = useState<AlertRow | null>(null)
  useEffect(() => {
    if (waiting) return
    const before = known.current
    const critical = [...rows.values()].filter(({ severity }) => severity === 'critical')
    known.current = new Set([...(before ?? []), ...critical.map(({ alert }) => alert)])
    const fresh = before === null ? [] : critical.filter(({ alert }) => !before.has(alert))
    const last = fresh.sort((a, b) => b.firedAt - a.firedAt)[0]
    if (last !== undefined) setNewest(last)
  }, [rows, waiting])
  return newest
}
