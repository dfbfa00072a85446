import { memo, useMemo, useState, type Ref } from 'react'
import { compare, type Decimal } from '../../../shared/decimal.ts'
import type { PriceRow, WatchRow } from '../../../shared/market-rows.ts'
import type { InstrumentId } from '../../../shared/ids.ts'
import { Amount, Percent } from '../../parts/figure.tsx'
import { placesOf } from '../../../shared/format/amount.ts'
import { usePage, useRow, useRows } from '../../state/page.ts'
import type { LiveQuery } from '../../state/lives.ts'
import { useWords } from '../../words/words.ts'
import { useStripWindow } from './use-strip-window.ts'

/** The watchlist's mark prices and their change over a day. */
export function Ticker() {
  const say = useWords()
  const { queries } = usePage()
  const rows = useRows(queries.watchlist)
  const watched = useMemo(() => [...rows.values()].sort(byPosition).map((row) => row.instrument), [rows])
  const prices = useMemo(() => queries.prices(watched), [queries, watched])
  const { strip, shown, before, after, measure } = useStripWindow(watched)
  return (
    <div ref={strip} className="ticker" role="region" aria-label={say('ticker.title')} tabIndex={0}>
      <Gap width={before} />
      {shown.map((index) => {
        const instrument = watched[index]
        if (instrument === undefined) return null
        return <TickerItem key={instrument} {...{ instrument, prices, index, measure }} />
      })}
      <Gap width={after} />
    </div>
  )
}

const byPosition = (a: WatchRow, b: WatchRow): number => a.position - b.position

function Gap({ width }: { readonly width: number }) {
  return width > 0 ? <span aria-hidden="true" className="ticker-gap" style={{ width }} /> : null
}

interface TickerItemProps {
  readonly instrument: InstrumentId
  readonly prices: LiveQuery<PriceRow>
  readonly index: number
  readonly measure: Ref<HTMLButtonElement>
}

const TickerItem = memo(Item)

function Item({ instrument, prices, index, measure }: TickerItemProps) {
  const { view } = usePage()
  const price = useRow(prices, instrument)
  const mark = price?.mark ?? price?.last ?? null
  const moved = useMoved(mark)
  if (price === undefined) return null
  const stale = price.freshness === 'live' ? '' : 'aged'
  return (
    <button
      ref={measure}
      data-index={index}
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
