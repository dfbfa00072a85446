import { memo, useState } from 'react'
import { compare, type Decimal } from '../../../shared/decimal.ts'
import type { WatchRow } from '../../../shared/market-rows.ts'
import type { InstrumentId } from '../../../shared/ids.ts'
import { Amount, Percent } from '../../parts/figure.tsx'
import { placesOf } from '../../format/amount.ts'
import { usePage, useRow, useRows } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

/** The watchlist's mark prices and their change over a day. */
export function Ticker() {
  const say = useWords()
  const { queries } = usePage()
  const watched = [...useRows(queries.watchlist).values()].sort(byPosition).map((row) => row.instrument)
  return (
    <div className="ticker" role="group" aria-label={say('ticker.title')} tabIndex={0}>
      {watched.map((instrument) => (
        <TickerItem key={instrument} instrument={instrument} all={watched} />
      ))}
    </div>
  )
}

const byPosition = (a: WatchRow, b: WatchRow): number => a.position - b.position

interface TickerItemProps {
  readonly instrument: InstrumentId
  readonly all: readonly InstrumentId[]
}

const TickerItem = memo(
  Item,
  (before, after) => before.instrument === after.instrument && before.all.join() === after.all.join(),
)

function Item({ instrument, all }: TickerItemProps) {
  const { queries, view } = usePage()
  const price = useRow(queries.prices(all), instrument)
  const mark = price?.mark ?? price?.last ?? null
  const moved = useMoved(mark)
  if (price === undefined) return null
  const stale = price.freshness === 'live' ? '' : 'aged'
  return (
    <button
      type="button"
      className={`ticker-item ${stale}`}
      onClick={() => view.setState({ tab: 'markets', instrument })}
    >
      <b>{price.base}</b>
      <span key={mark} className={moved}>
        <Amount value={mark} kind="price" places={placesOf(price.tick)} />
      </span>
      <Percent value={price.change24h} change="arrowed" />
    </button>
  )
}

/** Which way the figure last went, for a brief tint. */
function useMoved(value: Decimal | null): 'rose' | 'fell' | '' {
  const [known, setKnown] = useState<{ readonly value: Decimal | null; readonly moved: 'rose' | 'fell' | '' }>({
    value,
    moved: '',
  })
  if (known.value === value) return known.moved
  const moved = known.value === null || value === null ? '' : compare(value, known.value) > 0 ? 'rose' : 'fell'
  setKnown({ value, moved })
  return moved
}
