import { useCallback, useMemo, useState } from 'react'
import { usePage, useRows } from '../../../state/page.ts'
import { createMerge, type Told } from './merge.ts'
import { useOlderAlerts } from './use-older-alerts.ts'

export interface History {
  /** Newest first. */
  readonly told: readonly Told[]
  readonly state: 'idle' | 'loading' | 'end' | 'failed'
  readonly older: () => void
  readonly read: (alerts: readonly string[]) => void
  readonly acknowledge: (alert: string) => void
  /** Also those that are not shown yet. */
  readonly readAll: () => void
}

const MOST_AT_ONCE = 200

/** What has fired: the newest live, older ones by pages, each with its deliveries. */
export function useHistory(): History {
  const { client, queries, engineNow } = usePage()
  const recent = useRows(queries.alerts)
  const deliveries = useRows(queries.deliveries)
  const { known, state, load, mark } = useOlderAlerts()
  const [merge] = useState(createMerge)
  const told = useMemo(
    () => merge(recent, known.alerts, deliveries, known.deliveries),
    [merge, recent, known, deliveries],
  )

  const read = useCallback(
    async (alerts: readonly string[]): Promise<void> => {
      const done = await client.alerts.markRead({ alerts: [...alerts] })
      if (done.ok) mark(alerts, { readAt: engineNow() })
    },
    [client, mark, engineNow],
  )

  const acknowledge = useCallback(
    async (alert: string): Promise<void> => {
      const now = engineNow()
      const done = await client.alerts.acknowledge({ alerts: [alert] })
      if (done.ok) mark([alert], { acknowledgedAt: now, readAt: now })
    },
    [client, mark, engineNow],
  )

  async function readBefore(before: number): Promise<void> {
    const page = await client.alerts.older({ before, count: MOST_AT_ONCE })
    if (!page.ok || page.value.length === 0) return
    const unread = page.value.filter(({ readAt }) => readAt === null).map(({ alert }) => alert)
    if (unread.length > 0) await read(unread)
    const oldest = Math.min(...page.value.map(({ firedAt }) => firedAt))
    if (page.value.length === MOST_AT_ONCE && oldest < before) await readBefore(oldest)
  }

  const oldest = Math.min(...told.map(({ alert }) => alert.firedAt))
  return {
    told,
    state,
    older: () => void load(oldest + 1, (alert) => recent.has(alert) || known.alerts.has(alert)),
    read: useCallback((alerts) => void read(alerts), [read]),
    acknowledge: useCallback((alert) => void acknowledge(alert), [acknowledge]),
    // Whatever fires while this goes on is not read yet.
    readAll: () => void readBefore(Math.floor(engineNow()) + 1),
  }
}
