import { useMemo } from 'react'
import type { BalanceRow } from '../../../shared/account-rows.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import { Card } from '../../parts/card.tsx'
import { Amount } from '../../parts/figure.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { LiveEmpty } from '../../parts/table/live-empty.tsx'
import { usePage, useRows } from '../../state/page.ts'
import type { Chosen } from '../../state/queries.ts'
import { useWords, type Say } from '../../words/words.ts'
import { Label } from './flows.tsx'

/** What lies in the wallets, asset by asset. */
export function Balances({ account }: { readonly account: Chosen }) {
  const say = useWords()
  const { queries } = usePage()
  const rows = useRows(queries.balances(account))
  const columns = useMemo(() => balanceColumns(say), [say])
  return (
    <Card className="wide" title={say('balances.title')} count={rows.size}>
      <DataTable
        label={say('balances.title')}
        rows={rows}
        columns={columns}
        first={{ id: 'value', desc: true }}
        mood={(row) => (row.freshness === 'live' ? '' : 'stale')}
        empty={
          <LiveEmpty query={queries.balances(account)}>
            <Notice title={say('positions.waiting')} />
          </LiveEmpty>
        }
      />
    </Card>
  )
}

function balanceColumns(say: Say): readonly Column<BalanceRow>[] {
  return [
    {
      id: 'asset',
      title: say('column.asset'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <strong>{row.asset}</strong>,
      plain: (row) => row.asset,
    },
    {
      id: 'account',
      title: say('column.account'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <Label account={row.account} />,
      plain: (row) => row.account,
    },
    figure('wallet', say('column.wallet'), (row) => row.wallet),
    figure('available', say('column.available'), (row) => row.available),
    figure('pnl', say('column.pnl'), (row) => row.unrealisedPnl),
    figure('equity', say('column.equity'), (row) => row.equity),
    figure('value', say('column.value'), (row) => row.value, 2),
  ]
}

function figure(
  id: string,
  title: string,
  pick: (row: BalanceRow) => Decimal | null,
  places?: number,
): Column<BalanceRow> {
  const cell = (row: BalanceRow) => <Amount value={pick(row)} places={places} dated={row} />
  return { id, title, align: 'end', usual: 'shown', secret: true, plain: pick, cell }
}
