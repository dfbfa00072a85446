import { useCallback, useEffect, useMemo, useState } from 'react'
import type { InstrumentId } from '../../../shared/ids.ts'
import type { CandleInterval, CandleRow } from '../../../shared/market-rows.ts'
import type { Failure } from '../../../shared/result.ts'
import { usePage, useRows } from '../../state/page.ts'

export interface Candles {
  /** Oldest first, each opening time once. */
  readonly rows: readonly CandleRow[]
  readonly failure: Failure | null
  /** Asks for the candles before the oldest known. */
  readonly older: () => void
}

const PAGE = 500

/** History by pages with the live candles at its end; a live row replaces the stored one of the same time. */
export function useCandles(instrument: InstrumentId, interval: CandleInterval): Candles {
  const { client, queries, engineNow } = usePage()
  const live = useRows(queries.candle(instrument, interval))
  const [history, setHistory] = useState<ReadonlyMap<number, CandleRow>>(new Map())
  const [failure, setFailure] = useState<Failure | null>(null)
  const [asked, setAsked] = useState<number | null>(null)

  const read = useCallback(
    async (before: number): Promise<void> => {
      const page = await client.market.candles({ instrument, interval, before: Math.floor(before), count: PAGE })
      if (!page.ok) return setFailure(page.failure)
      setFailure(null)
      setHistory((known) => new Map([...page.value.map((row) => [row.openedAt, row] as const), ...known]))
    },
    [client, instrument, interval],
  )

  useEffect(() => {
    const first = setTimeout(() => void read(engineNow()), 0)
    return () => clearTimeout(first)
  }, [read, engineNow])

  const rows = useMemo(() => {
    const all = new Map(history)
    for (const row of live.values()) all.set(row.openedAt, row)
    return [...all.values()].sort((a, b) => a.openedAt - b.openedAt)
  }, [history, live])

  const oldest = rows[0]?.openedAt ?? null
  const older = useCallback(() => {
    if (oldest === null || asked === oldest) return
    setAsked(oldest)
    void read(oldest)
  }, [oldest, asked, read])

  return { rows, failure, older }
}
