import {
  CandlestickSeries,
  HistogramSeries,
  type CandlestickData,
  type HistogramData,
  type ISeriesApi,
  type UTCTimestamp,
} from 'lightweight-charts'
import { useEffect, useRef, useState } from 'react'
import { approximate } from '../../../shared/decimal.ts'
import type { CandleRow } from '../../../shared/market-rows.ts'
import type { ChartColours } from '../../parts/chart/chart-style.ts'
import type { LiveChart } from '../../parts/chart/use-chart.ts'
import type { Candles } from './use-candles.ts'

export interface DrawnCandles {
  readonly candles: ISeriesApi<'Candlestick'>
  readonly volume: ISeriesApi<'Histogram'>
}

const EDGE = 40

/** Draws candles and their volume. New and changed candles are updated alone; older ones set the whole row anew. */
export function useCandleSeries(live: LiveChart | null, { rows, older }: Candles): DrawnCandles | null {
  const [drawn, setDrawn] = useState<DrawnCandles | null>(null)
  const shown = useRef<readonly CandleRow[]>([])
  const chart = live?.chart ?? null

  useEffect(() => {
    if (chart === null) return
    const candles = chart.addSeries(CandlestickSeries, { priceLineVisible: true })
    const volume = chart.addSeries(HistogramSeries, {
      priceScaleId: 'volume',
      lastValueVisible: false,
      priceLineVisible: false,
    })
    volume.priceScale().applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } })
    shown.current = []
    setDrawn({ candles, volume })
    return () => setDrawn(null)
  }, [chart])

  useEffect(() => {
    if (live !== null && drawn !== null) paint(drawn, live.colours)
  }, [live, drawn])

  useEffect(() => {
    if (drawn === null || live === null || rows.length === 0) return
    draw(drawn, live.colours, shown.current, rows)
    shown.current = rows
  }, [drawn, live, rows])

  useEffect(() => {
    if (chart === null) return
    const scale = chart.timeScale()
    const watch = (range: { readonly from: number } | null): void => {
      if (range !== null && range.from < EDGE) older()
    }
    scale.subscribeVisibleLogicalRangeChange(watch)
    return () => scale.unsubscribeVisibleLogicalRangeChange(watch)
  }, [chart, older])

  return drawn
}

function paint({ candles }: DrawnCandles, { up, down }: ChartColours): void {
  candles.applyOptions({
    upColor: up,
    downColor: down,
    borderUpColor: up,
    borderDownColor: down,
    wickUpColor: up,
    wickDownColor: down,
  })
}

function draw(
  { candles, volume }: DrawnCandles,
  colours: ChartColours,
  before: readonly CandleRow[],
  rows: readonly CandleRow[],
): void {
  const changed = firstChange(before, rows)
  const newest = before.at(-1)?.openedAt ?? Infinity
  if ((rows[changed]?.openedAt ?? Infinity) < newest) {
    candles.setData(rows.map(candleOf))
    volume.setData(rows.map((row) => volumeOf(row, colours)))
    return
  }
  for (const row of rows.slice(changed)) {
    candles.update(candleOf(row))
    volume.update(volumeOf(row, colours))
  }
}

/** The first place at which two rows of candles differ; only the newest candle and new ones can be updated alone. */
function firstChange(before: readonly CandleRow[], rows: readonly CandleRow[]): number {
  const place = rows.findIndex((row, index) => row !== before[index])
  return place < 0 ? rows.length : place
}

function secondsOf(row: CandleRow): UTCTimestamp {
  // Seconds since the epoch are the library's own unit of time.
  return (row.openedAt / 1000) as UTCTimestamp
}

function candleOf(row: CandleRow): CandlestickData {
  const { open, high, low, close } = row
  return {
    time: secondsOf(row),
    open: approximate(open),
    high: approximate(high),
    low: approximate(low),
    close: approximate(close),
  }
}

function volumeOf(row: CandleRow, { up, down }: ChartColours): HistogramData {
  const rose = approximate(row.close) >= approximate(row.open)
  return { time: secondsOf(row), value: approximate(row.volume), color: `${rose ? up : down}55` }
}
