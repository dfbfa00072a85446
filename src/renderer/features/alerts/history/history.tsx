import { useCallback, useEffect, useMemo, useState } from 'react'
import { Card } from '../../../parts/card.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { OlderButton } from '../../../parts/older-button.tsx'
import { LiveEmpty } from '../../../parts/table/live-empty.tsx'
import { usePage, useRow, useRows } from '../../../state/page.ts'
import { useWords } from '../../../words/words.ts'
import { AlertFeed } from './alert-feed.tsx'
import { EVERYTHING, passes } from './filter.ts'
import { HistoryFilter } from './history-filter.tsx'
import { useHistory, type History as Told } from './use-history.ts'

/** Everything that has fired, newest first, with what became of it. */
export function History() {
  const say = useWords()
  const history = useHistory()
  const { told, state, older } = history
  const [filter, setFilter] = useState(EVERYTHING)
  const shown = useMemo(() => told.filter(({ alert, deliveries }) => passes(filter, alert, deliveries)), [told, filter])
  const kinds = useMemo(() => [...new Set(told.map(({ alert }) => alert.kind))].sort(), [told])
  const foot = <OlderButton state={state} load={older} />
  // What is looked for may be far behind the newest.
  const isSought = told.length > 0 && shown.length === 0
  useEffect(() => {
    if (isSought && state === 'idle') older()
  }, [isSought, state, older])
  return (
    <Card
      className="alert-history"
      title={say('alerts.history')}
      count={told.length}
      actions={<ReadAll history={history} />}
    >
      {told.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <HistoryFilter filter={filter} kinds={kinds} change={(part) => setFilter({ ...filter, ...part })} />
          <Shown history={history} shown={shown} />
          {foot}
        </>
      )}
    </Card>
  )
}

function Shown({ history, shown }: { readonly history: Told; readonly shown: Told['told'] }) {
  const say = useWords()
  const { told, state, read, acknowledge } = history
  const onSeen = useCallback(
    (ids: readonly string[]): void => {
      const seen = new Set(ids)
      const fresh = told.filter(({ alert }) => seen.has(alert.alert) && alert.readAt === null)
      if (fresh.length > 0) read(fresh.map(({ alert }) => alert.alert))
    },
    [told, read],
  )
  const isOver = state === 'end' || state === 'failed'
  if (shown.length === 0) return <Notice title={say(isOver ? 'alerts.none.match' : 'alerts.searching')} />
  return <AlertFeed label={say('alerts.history')} shown={shown} acknowledge={acknowledge} onSeen={onSeen} />
}

function ReadAll({ history }: { readonly history: Told }) {
  const say = useWords()
  const { queries } = usePage()
  const unread = useRow(queries.alertSummary, 'alerts')?.unread ?? 0
  return (
    <button type="button" className="button" disabled={unread === 0} onClick={history.readAll}>
      {say('alerts.readAll')}
    </button>
  )
}

/** What will appear here, and how many rules watch for it. */
function Nothing() {
  const say = useWords()
  const { queries } = usePage()
  const rules = [...useRows(queries.rules).values()].filter(({ enabled }) => enabled)
  return (
    <LiveEmpty query={queries.alerts}>
      <Notice title={say('alerts.none')} why={say('alerts.none.why', { count: rules.length })} />
    </LiveEmpty>
  )
}
