import { useCallback, useMemo, useState } from 'react'
import type { AlertRow, DeliveryRow } from '../../../../shared/alert-rows.ts'
import { usePage, useRows } from '../../../state/page.ts'
import { createMerge, type Told } from './merge.ts'

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

interface Older {
  readonly alerts: ReadonlyMap<string, AlertRow>
  readonly deliveries: ReadonlyMap<string, DeliveryRow>
}

const NOTHING: Older = { alerts: new Map(), deliveries: new Map() }
const PAGE = 100
const MOST_AT_ONCE = 200

/** What has fired: the newest live, older ones by pages, each with its deliveries. */
export function useHistory(): History {
  const { client, queries, engineNow } = usePage()
  const recent = useRows(queries.alerts)
  const deliveries = useRows(queries.deliveries)
  const [known, setKnown] = useState(NOTHING)
  const [state, setState] = useState<History['state']>('idle')
  const [merge] = useState(createMerge)
  const told = useMemo(
    () => merge(recent, known.alerts, deliveries, known.deliveries),
    [merge, recent, known, deliveries],
  )

  async function load(): Promise<void> {
    setState('loading')
    const before = Math.min(...told.map(({ alert }) => alert.firedAt)) + 1
    const page = await client.alerts.older({ before, count: PAGE })
    if (!page.ok) return setState('failed')
    const fresh = page.value.filter(({ alert }) => !recent.has(alert) && !known.alerts.has(alert))
    if (fresh.length === 0) return setState('end')
    const theirs = await client.alerts.deliveriesOf({ alerts: fresh.map(({ alert }) => alert) })
    if (!theirs.ok) return setState('failed')
    setKnown((before) => ({
      alerts: new Map([...before.alerts, ...fresh.map((row) => [row.alert, row] as const)]),
      deliveries: new Map([
        ...before.deliveries,
        ...theirs.value.map((row) => [`${row.alert} ${row.channel}`, row] as const),
      ]),
    }))
    setState('idle')
  }

  /** The live tells of the newest alone; older ones are changed here. */
  const mark = useCallback((alerts: readonly string[], change: Partial<AlertRow>): void => {
    setKnown((before) => {
      const changed = alerts.flatMap((id) => before.alerts.get(id) ?? [])
      if (changed.length === 0) return before
      const rows = changed.map((row) => [row.alert, { ...row, ...change }] as const)
      return { ...before, alerts: new Map([...before.alerts, ...rows]) }
    })
  }, [])

  const read = useCallback(
    (alerts: readonly string[]): void => {
      void client.alerts.markRead({ alerts: [...alerts] }).then((done) => {
        if (done.ok) mark(alerts, { readAt: engineNow() })
      })
    },
    [client, mark, engineNow],
  )

  const acknowledge = useCallback(
    (alert: string): void => {
      const now = engineNow()
      void client.alerts.acknowledge({ alerts: [alert] }).then((done) => {
        if (done.ok) mark([alert], { acknowledgedAt: now, readAt: now })
      })
    },
    [client, mark, engineNow],
  )

  async function walk(before: number): Promise<void> {
    const page = await client.alerts.older({ before, count: MOST_AT_ONCE })
    if (!page.ok || page.value.length === 0) return
    const unread = page.value.filter(({ readAt }) => readAt === null).map(({ alert }) => alert)
    if (unread.length > 0) read(unread)
    const oldest = Math.min(...page.value.map(({ firedAt }) => firedAt))
    if (page.value.length === MOST_AT_ONCE && oldest < before) await walk(oldest)
  }

  return {
    told,
    state,
    older: () => void load(),
    read,
    acknowledge,
    // Whatever fires while this goes on is not read yet.
    readAll: () => void walk(Math.floor(engineNow()) + 1),
  }
}
