import type { PositionRow } from '../../../shared/account-rows.ts'
import { approximate, type Decimal } from '../../../shared/decimal.ts'
import { Amount, Percent } from '../../parts/figure.tsx'
import type { Column } from '../../parts/table/column.ts'
import type { Say } from '../../words/words.ts'
import { Countdown } from '../../parts/countdown.tsx'
import { Distance } from './distance.tsx'
import { SymbolCell } from './symbol-cell.tsx'

/** Every column of the positions table. */
export function positionColumns(say: Say): readonly Column<PositionRow>[] {
  return [
    {
      id: 'symbol',
      title: say('column.symbol'),
      align: 'start',
      usual: 'shown',
      cell: (row) => <SymbolCell {...row} margin={row.marginMode} stale={staleness(row)} />,
      plain: (row) => row.symbol,
    },
    {
      id: 'size',
      title: say('column.size'),
      align: 'end',
      usual: 'shown',
      secret: true,
      cell: (row) => <Amount value={row.size} dated={row} />,
      plain: (row) => row.size,
    },
    {
      id: 'notional',
      title: say('column.notional'),
      align: 'end',
      usual: 'shown',
      secret: true,
      cell: (row) => <Amount value={row.notional} places={2} dated={computed(row)} />,
      plain: (row) => row.notional,
    },
    price(say('column.entry'), 'entry', 'shown', (row) => row.entry),
    price(say('column.breakEven'), 'breakEven', 'hidden', (row) => row.breakEven),
    price(say('column.mark'), 'mark', 'shown', (row) => row.mark),
    price(say('column.liquidation'), 'liquidation', 'shown', (row) => row.liquidation),
    {
      id: 'distance',
      title: say('column.distance'),
      align: 'end',
      usual: 'shown',
      cell: (row) => <Distance value={row.liquidationDistance} />,
      plain: (row) => row.liquidationDistance,
    },
    {
      id: 'pnl',
      title: say('column.pnl'),
      align: 'end',
      usual: 'shown',
      secret: true,
      cell: (row) => <Amount value={row.unrealisedPnl} places={2} change="arrowed" dated={computed(row)} />,
      plain: (row) => row.unrealisedPnl,
    },
    {
      id: 'roi',
      title: say('column.roi'),
      align: 'end',
      usual: 'shown',
      cell: (row) => <Percent value={row.roi} places={1} change="signed" />,
      plain: (row) => row.roi,
    },
    {
      id: 'leverage',
      title: say('column.leverage'),
      align: 'end',
      usual: 'shown',
      cell: (row) =>
        row.leverage === null ? <Amount value={null} /> : <span className="number">{approximate(row.leverage)}×</span>,
      plain: (row) => row.leverage,
    },
    {
      id: 'margin',
      title: say('column.margin'),
      align: 'end',
      usual: 'hidden',
      secret: true,
      cell: (row) => <Amount value={row.initialMargin} places={2} dated={row} />,
      plain: (row) => row.initialMargin,
    },
    {
      id: 'exits',
      title: say('column.exits'),
      align: 'end',
      usual: 'shown',
      cell: (row) => <Exits row={row} />,
      plain: ({ takeProfit, stopLoss }) =>
        takeProfit === null && stopLoss === null ? null : `${takeProfit ?? ''} / ${stopLoss ?? ''}`,
    },
    {
      id: 'funding',
      title: say('column.funding'),
      align: 'end',
      usual: 'shown',
      cell: (row) => <Countdown rate={row.fundingRate} at={row.nextFundingAt} />,
      plain: (row) => row.fundingRate,
    },
  ]
}

function price(
  title: string,
  id: string,
  usual: 'shown' | 'hidden',
  pick: (row: PositionRow) => Decimal | null,
): Column<PositionRow> {
  const cell = (row: PositionRow) => <Amount value={pick(row)} kind="price" dated={id === 'mark' ? marked(row) : row} />
  return { id, title, usual, align: 'end', plain: pick, cell }
}

/** Take profit over stop loss. */
function Exits({ row }: { readonly row: PositionRow }) {
  const { takeProfit, stopLoss } = row
  if (takeProfit === null && stopLoss === null) return <Amount value={null} />
  return (
    <span className="lines">
      <Amount value={takeProfit} kind="price" dated={row} />
      <Amount value={stopLoss} kind="price" dated={row} />
    </span>
  )
}

/** The mark price has its own age; figures computed from it are as old as it is. */
function marked(row: PositionRow) {
  return row.markAt === null ? row : { at: row.markAt, heardAt: row.markAt, source: 'stream' as const }
}

function computed(row: PositionRow) {
  return { ...marked(row), source: 'computed' as const }
}

function staleness(row: PositionRow) {
  if (row.freshness !== 'live') return { freshness: row.freshness, since: row.heardAt }
  return row.markFreshness === 'live' ? null : { freshness: row.markFreshness, since: row.markAt ?? row.heardAt }
}
