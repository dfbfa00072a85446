import { useMemo, type ReactNode } from 'react'
import type { TotalRow } from '../../../shared/account-rows.ts'
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
  const columns = useMemo(() => sumColumns(say), [say])
  const totals = useMemo(() => sumTotals(say, all), [say, all])
  return (
    <Card className="wide" title={say('sums.title')} count={single.size}>
      <DataTable
        label={say('sums.title')}
        rows={single}
        columns={columns}
        totals={totals}
        first={{ id: 'equity', desc: true }}
        mood={(row) => (row.freshness === 'live' ? '' : 'stale')}
        empty={null}
      />
    </Card>
  )
}

const MONEY = [
  { id: 'equity', pick: (row: TotalRow) => row.equity },
  { id: 'wallet', pick: (row: TotalRow) => row.wallet },
  { id: 'available', pick: (row: TotalRow) => row.available },
  { id: 'pnl', pick: (row: TotalRow) => row.unrealisedPnl, change: 'signed' },
  { id: 'today', pick: (row: TotalRow) => row.todayPnl, change: 'arrowed' },
] as const

type Money = (typeof MONEY)[number]

function sumColumns(say: Say): readonly Column<TotalRow>[] {
  return [
    {
      id: 'account',
      title: say('column.account'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <Name row={row} />,
      plain: (row) => row.account,
    },
    ...MONEY.map((money): Column<TotalRow> => {
      const { id, pick } = money
      const cell = (row: TotalRow) => <Sum row={row} money={money} />
      return { id, title: say(`column.${id}`), align: 'end', usual: 'shown', secret: true, plain: pick, cell }
    }),
    {
      id: 'ratio',
      title: say('column.ratio'),
      align: 'end',
      usual: 'shown',
      cell: (row) => <Percent value={row.marginRatio} />,
      plain: (row) => row.marginRatio,
    },
  ]
}

/** What stands under the accounts: all of them together. */
function sumTotals(say: Say, all: TotalRow | undefined): Readonly<Record<string, ReactNode>> {
  const account = say('table.total')
  if (all === undefined) return { account }
  const sums = Object.fromEntries(MONEY.map((money) => [money.id, <Sum key={money.id} row={all} money={money} />]))
  return { account, ...sums, ratio: <Percent value={all.marginRatio} /> }
}

function Sum({ row, money }: { readonly row: TotalRow; readonly money: Money }) {
  const change = 'change' in money ? { change: money.change } : {}
  return <Amount value={money.pick(row)} places={2} dated={row} unit={row.currency} {...change} />
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
