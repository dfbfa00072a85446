import { useCallback, useMemo, useState } from 'react'
import type { InstrumentId } from '../../../shared/ids.ts'
import type { WatchRow } from '../../../shared/market-rows.ts'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { LiveEmpty } from '../../parts/table/live-empty.tsx'
import { TableTools, useColumns } from '../../parts/table/table-tools.tsx'
import { usePage, useRows } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import { ContractSearch } from './contract-search.tsx'
import { createTogether, type Watched } from './together.ts'
import { watchColumns } from './watch-columns.tsx'

interface WatchlistProps {
  readonly rows: readonly WatchRow[]
  readonly chosen: InstrumentId | null
}

const NAME = 'watchlist'

/** The watched contracts in the user's order, or sorted by any figure. */
export function Watchlist({ rows, chosen }: WatchlistProps) {
  const say = useWords()
  const { queries, view } = usePage()
  const instruments = useMemo(() => rows.map((row) => row.instrument), [rows])
  const prices = useRows(queries.prices(instruments))
  const [together] = useState(createTogether)
  const watched = useMemo(() => together(rows, prices), [together, rows, prices])
  const choose = useCallback(({ instrument }: Watched) => view.setState({ instrument }), [view])
  const columns = useMemo(() => watchColumns(say, instruments), [say, instruments])
  const shown = useColumns(NAME, columns)
  return (
    <Card
      className="wide"
      title={say('markets.watchlist')}
      count={rows.length}
      actions={
        <>
          <ContractSearch watched={instruments} />
          <TableTools name={NAME} columns={columns} rows={watched} />
        </>
      }
    >
      <DataTable
        label={say('markets.watchlist')}
        rows={watched}
        columns={shown}
        first={{ id: 'position', desc: false }}
        mood={(row) =>
          `${row.price === null || row.price.freshness === 'live' ? '' : 'stale'} ${row.instrument === chosen ? 'chosen' : ''}`
        }
        onChoose={choose}
        empty={
          <LiveEmpty query={queries.watchlist}>
            <Notice title={say('markets.none')} why={say('markets.none.why')} />
          </LiveEmpty>
        }
      />
    </Card>
  )
}
