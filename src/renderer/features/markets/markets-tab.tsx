import { useMemo } from 'react'
import { useStore } from 'zustand'
import { Guarded } from '../../parts/guarded.tsx'
import { usePage, useRows } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import { CandleCard } from './candle-card.tsx'
import { Watchlist } from './watchlist.tsx'

/** Watched prices and the chart of one of them. */
export function MarketsTab() {
  const say = useWords()
  const { queries, view } = usePage()
  const list = useRows(queries.watchlist)
  const watched = useMemo(() => [...list.values()].sort((a, b) => a.position - b.position), [list])
  const chosen = useStore(view, (state) => state.instrument) ?? watched[0]?.instrument ?? null
  return (
    <div className="markets-tab">
      <h1 className="unseen">{say('tab.markets')}</h1>
      <Guarded key={chosen} name="candle chart">
        <CandleCard instrument={chosen} />
      </Guarded>
      <Watchlist rows={watched} chosen={chosen} />
    </div>
  )
}
