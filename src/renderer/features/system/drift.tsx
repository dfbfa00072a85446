import { useMemo } from 'react'
import type { DriftRow } from '../../../shared/health-rows.ts'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { LiveEmpty } from '../../parts/table/live-empty.tsx'
import { HIDDEN } from '../../../shared/format/amount.ts'
import { useFormats, type Formats } from '../../format/formats.ts'
import { usePage, useRows } from '../../state/page.ts'
import { useWords, type Say } from '../../words/words.ts'
import { AccountName } from '../../parts/account-name.tsx'

/** Where our figures and an exchange's differed, with both. */
export function Drift() {
  const say = useWords()
  const formats = useFormats()
  const { queries } = usePage()
  const rows = useRows(queries.drift)
  const columns = useMemo(() => driftColumns(say, formats), [say, formats])
  return (
    <Card title={say('system.drift')} count={rows.size}>
      <DataTable
        label={say('system.drift')}
        rows={rows}
        columns={columns}
        first={{ id: 'time', desc: true }}
        empty={
          <LiveEmpty query={queries.drift}>
            <Notice title={say('system.drift.none')} />
          </LiveEmpty>
        }
      />
    </Card>
  )
}

function driftColumns(say: Say, { time, privacy }: Formats): readonly Column<DriftRow>[] {
  const value = (id: string, title: string, pick: (row: DriftRow) => string): Column<DriftRow> => {
    const cell = (row: DriftRow) => <span className="number">{privacy ? HIDDEN : pick(row)}</span>
    return { id, title, align: 'end', usual: 'shown', secret: true, plain: pick, cell }
  }
  return [
    {
      id: 'time',
      title: say('column.time'),
      align: 'start',
      usual: 'shown',
      plain: (row) => row.at,
      cell: (row) => <span className="number faint">{time.moment(row.at)}</span>,
    },
    {
      id: 'account',
      title: say('column.account'),
      align: 'start',
      usual: 'shown',
      plain: (row) => row.account,
      cell: (row) => <AccountName account={row.account} />,
    },
    {
      id: 'what',
      title: say('system.what'),
      align: 'start',
      usual: 'shown',
      plain: (row) => row.what,
      cell: (row) => row.what,
    },
    value('ours', say('system.ours'), (row) => row.ours),
    value('theirs', say('system.theirs'), (row) => row.theirs),
    {
      id: 'repaired',
      title: say('system.repaired'),
      align: 'start',
      usual: 'shown',
      plain: (row) => String(row.repaired),
      cell: (row) => say(row.repaired ? 'system.yes' : 'system.watched'),
    },
  ]
}
