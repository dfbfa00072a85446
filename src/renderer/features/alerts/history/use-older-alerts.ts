import { useCallback, useState } from 'react'
import type { AlertRow, DeliveryRow } from '../../../../shared/alert-rows.ts'
import { usePage } from '../../../state/page.ts'

export interface OlderAlerts {
  readonly alerts: ReadonlyMap<string, AlertRow>
  readonly deliveries: ReadonlyMap<string, DeliveryRow>
}

interface Older {
  readonly known: OlderAlerts
  readonly state: 'idle' | 'loading' | 'end' | 'failed'
  /** Asks for those before `before`, of which `isShown` may know some. */
  readonly load: (before: number, isShown: (alert: string) => boolean) => Promise<void>
  /** The live tells of the newest alone; older ones are changed here. */
  readonly mark: (alerts: readonly string[], change: Partial<AlertRow>) => void
}

const NOTHING: OlderAlerts = { alerts: new Map(), deliveries: new Map() }
const PAGE = 100

/** Alerts behind the newest ones, page by page, each with its deliveries. */
export function useOlderAlerts(): Older {
  const { client } = usePage()
  const [known, setKnown] = useState(NOTHING)
  const [state, setState] = useState<Older['state']>('idle')

  async function load(before: number, isShown: (alert: string) => boolean): Promise<void> {
    setState('loading')
    const page = await client.alerts.older({ before, count: PAGE })
    if (!page.ok) return setState('failed')
    const fresh = page.value.filter(({ alert }) => !isShown(alert))
    if (fresh.length === 0) return setState('end')
    const theirs = await client.alerts.deliveriesOf({ alerts: fresh.map(({ alert }) => alert) })
    if (!theirs.ok) return setState('failed')
    setKnown((already) => withMore(already, fresh, theirs.value))
    setState('idle')
  }

  const mark = useCallback(
    (alerts: readonly string[], change: Partial<AlertRow>): void =>
      setKnown((already) => withChange(already, alerts, change)),
    [],
  )

  return { known, state, load, mark }
}

function withMore(
  { alerts, deliveries }: OlderAlerts,
  fresh: readonly AlertRow[],
  theirs: readonly DeliveryRow[],
): OlderAlerts {
  return {
    alerts: new Map([...alerts, ...fresh.map((row) => [row.alert, row] as const)]),
    deliveries: new Map([...deliveries, ...theirs.map((row) => [`${row.alert} ${row.channel}`, row] as const)]),
  }
}

function withChange(known: OlderAlerts, alerts: readonly string[], change: Partial<AlertRow>): OlderAlerts {
  const rows = alerts.flatMap((id) => known.alerts.get(id) ?? [])
  if (rows.length === 0) return known
  const changed = rows.map((row) => [row.alert, { ...row, ...change }] as const)
  return { ...known, alerts: new Map([...known.alerts, ...changed]) }
}
