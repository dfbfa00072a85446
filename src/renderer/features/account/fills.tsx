import { useMemo } from 'react'
import type { FillRow } from '../../../shared/account-rows.ts'
import { isZero } from '../../../shared/decimal.ts'
import { Card } from '../../parts/card.tsx'
import { Amount } from '../../parts/figure.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { TableTools, useColumns } from '../../parts/table/table-tools.tsx'
import { useFormats, type Formats } from '../../format/formats.ts'
import { usePage, useRows } from '../../state/page.ts'
import type { Chosen } from '../../state/queries.ts'
import { useWords, type Say } from '../../words/words.ts'
import { OlderButton } from './older-button.tsx'
import { SymbolCell } from './symbol-cell.tsx'
import { useOlder } from './use-older.ts'

const NAME = 'fills'

/** Executions, newest first; older ones are read as they are asked for. */
export function Fills({ account }: { readonly account: Chosen }) {
  const say = useWords()
  const formats = useFormats()
  const { queries, client, engineNow } = usePage()
  const newest = useRows(queries.fills(account))
  const older = useOlder(newest, fillKey, (before, count) =>
    client.portfolio.olderFills({ account, instrument: null, before, count }),
  )
  const columns = useMemo(() => fillColumns(say, formats, engineNow), [say, formats, engineNow])
  const shown = useColumns(NAME, columns)
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
        columns={shown}
        first={{ id: 'time', desc: true }}
        empty={<Notice title={say('fills.none')} />}
        foot={<OlderButton state={older.state} load={older.load} />}
      />
    </Card>
  )
}

export function fillKey({ account, fill }: FillRow): string {
  return `${account} ${fill}`
}

function fillColumns(say: Say, { time }: Formats, now: () => number): readonly Column<FillRow>[] {
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
      id: 'symbol',
      title: say('column.symbol'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <SymbolCell account={row.account} instrument={row.instrument} symbol={row.symbol} />,
      plain: (row) => row.symbol,
    },
    {
      id: 'side',
      title: say('column.side'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <SideCell row={row} />,
      plain: (row) => row.side,
    },
    {
      id: 'quantity',
      title: say('column.quantity'),
      align: 'end',
      usual: 'shown',
      secret: true,
      cell: (row) => <Amount value={row.quantity} />,
      plain: (row) => row.quantity,
    },
    {
      id: 'price',
      title: say('column.price'),
      align: 'end',
      usual: 'shown',
      cell: (row) => <Amount value={row.price} kind="price" />,
      plain: (row) => row.price,
    },
    {
      id: 'fee',
      title: say('column.fee'),
      align: 'end',
      usual: 'shown',
      secret: true,
      cell: (row) => <Amount value={row.fee} unit={row.feeAsset} />,
      plain: (row) => row.fee,
    },
    {
      id: 'realised',
      title: say('column.realised'),
      align: 'end',
      usual: 'shown',
      secret: true,
      cell: (row) => <Amount value={row.realisedPnl} places={2} change="arrowed" />,
      plain: (row) => (row.realisedPnl === null || isZero(row.realisedPnl) ? null : row.realisedPnl),
    },
    {
      id: 'liquidity',
      title: say('column.liquidity'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <span className="soft">{say(`liquidity.${row.liquidity}`)}</span>,
      plain: (row) => row.liquidity,
    },
  ]
}

function SideCell({ row }: { readonly row: FillRow }) {
  const say = useWords()
  return (
    <span className={row.side === 'buy' ? 'up' : 'down'}>
      {say(`side.${row.side}`)} {row.cause !== 'trade' && <span className="warn">{say(`cause.${row.cause}`)}</span>}
    </span>
  )
}
