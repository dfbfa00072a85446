import { useMemo } from 'react'
import type { FillRow } from '../../../shared/account-rows.ts'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { LiveEmpty } from '../../parts/table/live-empty.tsx'
import { TableTools, useColumns } from '../../parts/table/table-tools.tsx'
import { usePage, useRows } from '../../state/page.ts'
import type { Chosen } from '../../state/queries.ts'
import { useWords } from '../../words/words.ts'
import { fillColumns } from './fill-columns.ts'
import { fillLines } from './fill-row.tsx'
import { OlderButton } from '../../parts/older-button.tsx'
import { useOlder } from './use-older.ts'

const NAME = 'fills'

/** Executions, newest first; older ones are read as they are asked for. */
export function Fills({ account }: { readonly account: Chosen }) {
  const say = useWords()
  const { queries, client } = usePage()
  const newest = useRows(queries.fills(account))
  const older = useOlder(newest, fillKey, (before, count) =>
    client.portfolio.olderFills({ account, instrument: null, before, count }),
  )
  const columns = useMemo(() => fillColumns(say), [say])
  const chosen = useColumns(NAME, columns)
  const lines = useMemo(() => fillLines(say, chosen), [say, chosen])
  return (
    <Card
      className="fills"
      title={say('fills.title')}
      count={older.rows.size}
      actions={<TableTools name={NAME} columns={columns} rows={older.rows} />}
    >
      <DataTable
        label={say('fills.title')}
        rows={older.rows}
        columns={lines}
        first={{ id: 'time', desc: true }}
        empty={
          <LiveEmpty query={queries.fills(account)}>
            <Notice title={say('fills.none')} />
          </LiveEmpty>
        }
        foot={<OlderButton state={older.state} load={older.load} />}
      />
    </Card>
  )
}

export function fillKey({ account, fill }: FillRow): string {
  return `${account} ${fill}`
}
