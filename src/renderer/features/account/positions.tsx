import { useMemo, type ReactNode } from 'react'
import type { PositionRow } from '../../../shared/account-rows.ts'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { LiveEmpty } from '../../parts/table/live-empty.tsx'
import { TableTools, useColumns } from '../../parts/table/table-tools.tsx'
import { usePage, useRow, useRows } from '../../state/page.ts'
import type { Chosen } from '../../state/queries.ts'
import { useWords, type Say } from '../../words/words.ts'
import { positionColumns } from './position-columns.tsx'
import { Sums } from './position-totals.tsx'

const NAME = 'positions'

/** Open positions; the row under them is the sum of the rows above it. */
export function Positions({ account }: { readonly account: Chosen }) {
  const say = useWords()
  const { queries } = usePage()
  const rows = useRows(queries.positions(account))
  const total = useRow(queries.totals, account)
  const columns = useMemo(() => positionColumns(say), [say])
  const totals = useMemo(() => positionTotals(say, [...rows.values()]), [say, rows])
  const shown = useColumns(NAME, columns)
  const none = total === undefined ? 'positions.waiting' : 'positions.none'
  return (
    <Card
      className="wide positions"
      title={say('positions.title')}
      count={rows.size}
      actions={<TableTools name={NAME} columns={columns} rows={rows} />}
    >
      <DataTable
        label={say('positions.title')}
        rows={rows}
        columns={shown}
        totals={totals}
        first={{ id: 'notional', desc: true }}
        mood={mood}
        empty={
          <LiveEmpty query={queries.positions(account)}>
            <Notice title={say(none)} />
          </LiveEmpty>
        }
      />
    </Card>
  )
}

function mood({ freshness, markFreshness }: PositionRow): string {
  return freshness === 'live' && markFreshness === 'live' ? '' : 'stale'
}

function positionTotals(say: Say, rows: readonly PositionRow[]): Readonly<Record<string, ReactNode>> {
  return {
    symbol: say('table.total'),
    notional: <Sums rows={rows} pick={(row) => row.notional} />,
    pnl: <Sums rows={rows} pick={(row) => row.unrealisedPnl} change="signed" />,
  }
}
