import type { Decimal } from '../../../shared/decimal.ts'
import { symbolOf, type InstrumentId } from '../../../shared/ids.ts'
import type { PriceRow } from '../../../shared/market-rows.ts'
import { Age } from '../../parts/age.tsx'
import { Amount, Percent } from '../../parts/figure.tsx'
import type { Column } from '../../parts/table/column.ts'
import { placesOf, UNKNOWN } from '../../../shared/format/amount.ts'
import { Countdown } from '../../parts/countdown.tsx'
import type { Say } from '../../words/words.ts'
import type { Watched } from './together.ts'
import { WatchTools } from './watch-tools.tsx'

export function watchColumns(say: Say, order: readonly InstrumentId[]): readonly Column<Watched>[] {
  return [
    {
      id: 'position',
      title: say('column.symbol'),
      align: 'start',
      usual: 'shown',
      plain: (row) => row.position,
      cell: (row) => <Contract row={row} />,
    },
    price('bid', say('markets.bid'), (row) => row.bid),
    price('ask', say('markets.ask'), (row) => row.ask),
    price('last', say('markets.last'), (row) => row.last),
    price('mark', say('column.mark'), (row) => row.mark),
    {
      id: 'change',
      title: say('markets.change'),
      align: 'end',
      usual: 'shown',
      plain: (row) => row.price?.change24h ?? null,
      cell: (row) => <Percent value={row.price?.change24h} change="arrowed" />,
    },
    {
      id: 'funding',
      title: say('column.funding'),
      align: 'end',
      usual: 'shown',
      plain: (row) => row.price?.fundingRate ?? null,
      cell: (row) => <Countdown rate={row.price?.fundingRate ?? null} at={row.price?.nextFundingAt ?? null} />,
    },
    {
      id: 'volume',
      title: say('markets.volume'),
      align: 'end',
      usual: 'shown',
      plain: (row) => row.price?.volume24h ?? null,
      cell: (row) => <Amount value={row.price?.volume24h} kind="price" places={0} unit={row.price?.base} />,
    },
    {
      id: 'age',
      title: say('markets.age'),
      align: 'end',
      usual: 'shown',
      plain: (row) => row.price?.heardAt ?? null,
      cell: (row) =>
        row.price === null ? <span className="faint">{UNKNOWN}</span> : <Age since={row.price.heardAt} />,
    },
    {
      id: 'tools',
      tools: true,
      title: say('markets.order'),
      align: 'end',
      usual: 'shown',
      plain: () => null,
      cell: (row) => <WatchTools instrument={row.instrument} order={order} />,
    },
  ]
}

function price(id: string, title: string, pick: (row: PriceRow) => Decimal | null): Column<Watched> {
  return {
    id,
    title,
    align: 'end',
    usual: 'shown',
    plain: (row) => (row.price === null ? null : pick(row.price)),
    cell: ({ price: known }) => (
      <Amount
        value={known === null ? null : pick(known)}
        kind="price"
        places={known === null ? undefined : placesOf(known.tick)}
        dated={known === null ? undefined : { at: known.at, heardAt: known.heardAt, source: 'stream' }}
      />
    ),
  }
}

function Contract({ row }: { readonly row: Watched }) {
  return (
    <span className="symbol">
      {symbolOf(row.instrument)}{' '}
      <span className="tag">{row.price === null ? '' : `${row.price.base} / ${row.price.quote}`}</span>
    </span>
  )
}
