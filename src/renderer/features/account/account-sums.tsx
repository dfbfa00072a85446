import { useMemo } from 'react'
import type { TotalRow } from '../../../shared/account-rows.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import { Card } from '../../parts/card.tsx'
import { Amount, Percent } from '../../parts/figure.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { usePage, useRow, useRows } from '../../state/page.ts'
import { useWords, type Say } from '../../words/words.ts'

/** Each account in its own currency, with all of them together beneath. */
export function AccountSums() {
  const say = useWords()
  const { queries } = usePage()
  const rows = useRows(queries.totals)
  const all = rows.get('all')
  const single = useMemo(() => new Map([...rows].filter(([key]) => key !== 'all')), [rows])
  const columns = useMemo(() => sumColumns(say, all), [say, all])
  return (
    <Card className="wide" title={say('sums.title')} count={single.size}>
      <DataTable
        label={say('sums.title')}
        rows={single}
        columns={columns}
        first={{ id: 'equity', desc: true }}
        mood={(row) => (row.freshness === 'live' ? '' : 'stale')}
        empty={null}
      />
    </Card>
  )
}

function sumColumns(say: Say, all: TotalRow | undefined): readonly Column<TotalRow>[] {
  return [
    {
      id: 'account',
      title: say('column.account'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <Name row={row} />,
      plain: (row) => row.account,
      total: say('table.total'),
    },
    money('equity', say('column.equity'), all, (row) => row.equity),
    money('wallet', say('column.wallet'), all, (row) => row.wallet),
    money('available', say('column.available'), all, (row) => row.available),
    money('pnl', say('column.pnl'), all, (row) => row.unrealisedPnl, 'signed'),
    money('today', say('column.today'), all, (row) => row.todayPnl, 'arrowed'),
    {
      id: 'ratio',
      title: say('column.ratio'),
      align: 'end',
      usual: 'shown',
      cell: (row) => <Percent value={row.marginRatio} />,
      plain: (row) => row.marginRatio,
      total: <Percent value={all?.marginRatio} />,
    },
  ]
}

function money(
  id: string,
  title: string,
  all: TotalRow | undefined,
  pick: (row: TotalRow) => Decimal | null,
  change?: 'signed' | 'arrowed',
): Column<TotalRow> {
  const figure = (row: TotalRow) => (
    <Amount value={pick(row)} places={2} dated={row} unit={row.currency} {...(change && { change })} />
  )
  return {
    id,
    title,
    align: 'end',
    usual: 'shown',
    secret: true,
    cell: figure,
    plain: pick,
    ...(all && { total: figure(all) }),
  }
}

function Name({ row }: { readonly row: TotalRow }) {
  const say = useWords()
  const { queries } = usePage()
  const account = useRow(queries.accounts, row.account)
  return (
    <span className="symbol">
      {account?.label ?? row.account}
      {account !== undefined && <span className={`badge ${account.badge}`}>{say(`badge.${account.badge}`)}</span>}
    </span>
  )
}
