import { useMemo } from 'react'
import type { OrderRow } from '../../../shared/account-rows.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import { Card } from '../../parts/card.tsx'
import { Amount } from '../../parts/figure.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { LiveEmpty } from '../../parts/table/live-empty.tsx'
import { TableTools, useColumns } from '../../parts/table/table-tools.tsx'
import { useFormats, type Formats } from '../../format/formats.ts'
import { usePage, useRows } from '../../state/page.ts'
import type { Chosen } from '../../state/queries.ts'
import { useWords, type Say } from '../../words/words.ts'
import { SymbolCell } from './symbol-cell.tsx'

const NAME = 'orders'

/** Open orders, conditional ones among them. */
export function Orders({ account }: { readonly account: Chosen }) {
  const say = useWords()
  const formats = useFormats()
  const { queries, engineNow } = usePage()
  const rows = useRows(queries.orders(account))
  const columns = useMemo(() => orderColumns(say, formats, engineNow), [say, formats, engineNow])
  const shown = useColumns(NAME, columns)
  return (
    <Card
      className="wide"
      title={say('orders.title')}
      count={rows.size}
      actions={<TableTools name={NAME} columns={columns} rows={rows} />}
    >
      <DataTable
        label={say('orders.title')}
        rows={rows}
        columns={shown}
        first={{ id: 'time', desc: true }}
        mood={(row) => (row.freshness === 'live' ? '' : 'stale')}
        empty={
          <LiveEmpty query={queries.orders(account)}>
            <Notice title={say('orders.none')} />
          </LiveEmpty>
        }
      />
    </Card>
  )
}

function orderColumns(say: Say, { time }: Formats, now: () => number): readonly Column<OrderRow>[] {
  return [
    {
      id: 'symbol',
      title: say('column.symbol'),
      align: 'start',
      usual: 'shown',
      cell: (row) => (
        <SymbolCell
          account={row.account}
          instrument={row.instrument}
          symbol={row.symbol}
          stale={{ freshness: row.freshness, since: row.heardAt }}
        />
      ),
      plain: (row) => row.symbol,
    },
    {
      id: 'side',
      title: say('column.side'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <span className={row.side === 'buy' ? 'up' : 'down'}>{say(`side.${row.side}`)}</span>,
      plain: (row) => row.side,
    },
    {
      id: 'kind',
      title: say('column.kind'),
      align: 'start',
      usual: 'shown',
      cell: (row) => kindOf(say, row),
      plain: (row) => row.kind,
    },
    figure('price', say('column.price'), 'price', (row) => row.price),
    figure('trigger', say('column.trigger'), 'price', (row) => row.triggerPrice),
    figure('quantity', say('column.quantity'), 'amount', (row) => row.quantity),
    figure('filled', say('column.filled'), 'amount', (row) => row.filled),
    {
      id: 'status',
      title: say('column.status'),
      align: 'start',
      usual: 'shown',
      cell: (row) => row.status,
      plain: (row) => row.status,
    },
    {
      id: 'time',
      title: say('column.time'),
      align: 'end',
      usual: 'shown',
      cell: (row) => <span className="number faint">{time.when(row.createdAt, now())}</span>,
      plain: (row) => row.createdAt,
    },
  ]
}

function kindOf(say: Say, row: OrderRow) {
  const marks = [
    row.conditional ? say('order.conditional') : '',
    row.reduceOnly ? say('order.reduceOnly') : '',
    row.triggerBy,
  ]
  return (
    <>
      {row.kind} <span className="tag">{marks.filter((mark) => mark !== '').join(' · ')}</span>
    </>
  )
}

function figure(
  id: string,
  title: string,
  kind: 'amount' | 'price',
  pick: (row: OrderRow) => Decimal | null,
): Column<OrderRow> {
  const cell = (row: OrderRow) => <Amount value={pick(row)} kind={kind} dated={row} />
  return { id, title, align: 'end', usual: 'shown', plain: pick, cell, ...(kind === 'amount' && { secret: true }) }
}
