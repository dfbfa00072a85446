import { useMemo } from 'react'
import type { FlowRow } from '../../../shared/account-rows.ts'
import { Card } from '../../parts/card.tsx'
import { Amount, Percent } from '../../parts/figure.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { LiveEmpty } from '../../parts/table/live-empty.tsx'
import { TableTools, useColumns } from '../../parts/table/table-tools.tsx'
import { useFormats, type Formats } from '../../format/formats.ts'
import { usePage, useRow, useRows } from '../../state/page.ts'
import type { Chosen } from '../../state/queries.ts'
import { useWords, type Say } from '../../words/words.ts'
import { OlderButton } from '../../parts/older-button.tsx'
import { useOlder } from './use-older.ts'

const NAME = 'flows'

/** Money that moved without a fill: funding, fees, rebates, transfers. */
export function Flows({ account }: { readonly account: Chosen }) {
  const say = useWords()
  const formats = useFormats()
  const { queries, client, engineNow } = usePage()
  const newest = useRows(queries.flows(account))
  const older = useOlder(newest, flowKey, (before, count) =>
    client.portfolio.olderFlows({ account, instrument: null, before, count }),
  )
  const columns = useMemo(() => flowColumns(say, formats, engineNow), [say, formats, engineNow])
  const shown = useColumns(NAME, columns)
  return (
    <Card
      className="wide"
      title={say('flows.title')}
      count={older.rows.size}
      actions={<TableTools name={NAME} columns={columns} rows={older.rows} />}
    >
      <DataTable
        label={say('flows.title')}
        rows={older.rows}
        columns={shown}
        first={{ id: 'time', desc: true }}
        empty={
          <LiveEmpty query={queries.flows(account)}>
            <Notice title={say('flows.none')} />
          </LiveEmpty>
        }
        foot={<OlderButton state={older.state} load={older.load} />}
      />
    </Card>
  )
}

export function flowKey({ account, flow }: FlowRow): string {
  return `${account} ${flow}`
}

function flowColumns(say: Say, { time }: Formats, now: () => number): readonly Column<FlowRow>[] {
  return [
    {
      id: 'time',
      title: say('column.time'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <span className="number faint">{time.when(row.at, now())}</span>,
      plain: (row) => row.at,
    },
    {
      id: 'what',
      title: say('column.what'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <What row={row} />,
      plain: (row) => row.kind,
    },
    {
      id: 'symbol',
      title: say('column.symbol'),
      align: 'start',
      usual: 'shown',
      cell: (row) => row.symbol,
      plain: (row) => row.symbol,
    },
    {
      id: 'account',
      title: say('column.account'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <Label account={row.account} />,
      plain: (row) => row.account,
    },
    {
      id: 'amount',
      title: say('column.amount'),
      align: 'end',
      usual: 'shown',
      secret: true,
      cell: (row) => <Amount value={row.amount} change="signed" unit={row.asset} />,
      plain: (row) => row.amount,
    },
    {
      id: 'rate',
      title: say('column.rate'),
      align: 'end',
      usual: 'shown',
      cell: (row) => <Percent value={row.rate} places={4} />,
      plain: (row) => row.rate,
    },
  ]
}

function What({ row }: { readonly row: FlowRow }) {
  const say = useWords()
  return (
    <>
      {say(`flow.${row.kind}`)} {row.kind === 'other' && <span className="tag">{row.label}</span>}
    </>
  )
}

export function Label({ account }: { readonly account: string }) {
  const { queries } = usePage()
  return <span className="soft">{useRow(queries.accounts, account)?.label ?? ''}</span>
}
