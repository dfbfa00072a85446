import {
  createSeriesMarkers,
  LineStyle,
  type ISeriesMarkersPluginApi,
  type SeriesMarker,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts'
import { useEffect, useState } from 'react'
import type { FillRow, OrderRow, PositionRow } from '../../../shared/account-rows.ts'
import { approximate, type Decimal } from '../../../shared/decimal.ts'
import type { InstrumentId } from '../../../shared/ids.ts'
import type { ChartColours } from '../../parts/chart/chart-style.ts'
import type { LiveChart } from '../../parts/chart/use-chart.ts'
import { usePage, useRows } from '../../state/page.ts'
import { useWords, type Say } from '../../words/words.ts'
import type { DrawnCandles } from './use-candle-series.ts'

interface OwnLine {
  readonly price: Decimal
  readonly title: string
  readonly color: string
  readonly style: LineStyle
}

/** The user's own prices on a contract's chart: entry, liquidation, TP and SL, open orders, fills. */
export function useOwnLines(drawn: DrawnCandles | null, live: LiveChart | null, instrument: InstrumentId): void {
  const say = useWords()
  const { queries } = usePage()
  const positions = useRows(queries.positions('all'))
  const orders = useRows(queries.orders('all'))
  const fills = useRows(queries.fills('all'))
  const lines = live === null ? [] : linesOf(say, live.colours, of(positions, instrument), of(orders, instrument))
  const key = lines.map(({ price, title }) => `${title} ${price}`).join('\n')
  const series = drawn?.candles ?? null
  const colours = live?.colours ?? null

  useEffect(() => {
    if (series === null) return
    const made = lines.map(({ price, title, color, style }) =>
      series.createPriceLine({
        price: approximate(price),
        title,
        color,
        lineStyle: style,
        lineWidth: 1,
        axisLabelVisible: true,
      }),
    )
    return () => {
      for (const line of made) series.removePriceLine(line)
    }
    // The key says all there is to say about the lines; they are made anew only when it changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [series, key, colours])

  useMarkers(drawn, colours, of(fills, instrument))
}

function useMarkers(drawn: DrawnCandles | null, colours: ChartColours | null, fills: readonly FillRow[]): void {
  const series = drawn?.candles ?? null
  const [markers, setMarkers] = useState<ISeriesMarkersPluginApi<Time> | null>(null)
  const key = fills.map((fill) => fill.fill).join()

  useEffect(() => {
    if (series === null) return
    setMarkers(createSeriesMarkers(series, []))
    return () => setMarkers(null)
  }, [series])

  useEffect(() => {
    if (colours !== null)
      markers?.setMarkers([...fills].sort((a, b) => a.at - b.at).map((fill) => markerOf(fill, colours)))
    // The key names every fill.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [markers, colours, key])
}

function markerOf(fill: FillRow, { up, down }: ChartColours): SeriesMarker<Time> {
  const bought = fill.side === 'buy'
  // Seconds since the epoch are the library's own unit of time.
  const time = Math.floor(fill.at / 1000) as UTCTimestamp
  return {
    time,
    position: bought ? 'belowBar' : 'aboveBar',
    shape: bought ? 'arrowUp' : 'arrowDown',
    color: bought ? up : down,
  }
}

function of<Row extends { readonly instrument: InstrumentId }>(
  rows: ReadonlyMap<string, Row>,
  instrument: InstrumentId,
): readonly Row[] {
  return [...rows.values()].filter((row) => row.instrument === instrument)
}

function linesOf(
  say: Say,
  colours: ChartColours,
  positions: readonly PositionRow[],
  orders: readonly OrderRow[],
): readonly OwnLine[] {
  const line = (price: Decimal | null, title: string, color: string, style: LineStyle): readonly OwnLine[] =>
    price === null ? [] : [{ price, title, color, style }]
  return [
    ...positions.flatMap((row) => [
      ...line(row.entry, `${say('line.entry')} ${say(`side.${row.side}`)}`, colours.accent, LineStyle.Solid),
      ...line(row.liquidation, say('line.liquidation'), colours.down, LineStyle.Dashed),
      ...line(row.takeProfit, say('line.takeProfit'), colours.up, LineStyle.Dotted),
      ...line(row.stopLoss, say('line.stopLoss'), colours.warn, LineStyle.Dotted),
    ]),
    ...orders.flatMap((row) =>
      line(
        row.triggerPrice ?? row.price,
        `${say('line.order')} ${say(`side.${row.side}`)}`,
        colours.faint,
        LineStyle.Dotted,
      ),
    ),
  ]
}
