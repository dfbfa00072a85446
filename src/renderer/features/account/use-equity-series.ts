import {
  AreaSeries,
  createSeriesMarkers,
  LineStyle,
  type AutoscaleInfo,
  type IPriceLine,
  type ISeriesApi,
  type ISeriesMarkersPluginApi,
  type SeriesMarker,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts'
import { useEffect, useRef } from 'react'
import type { EquityPoint } from '../../../shared/account-rows.ts'
import { approximate, compare, sign, sub } from '../../../shared/decimal.ts'
import type { LiveChart } from '../../parts/chart/use-chart.ts'
import { useWords, type Say } from '../../words/words.ts'
import type { Curve } from './use-curve.ts'

interface Drawn {
  readonly series: ISeriesApi<'Area'>
  readonly markers: ISeriesMarkersPluginApi<Time>
  readonly peak: { line: IPriceLine | null }
}

/** Draws the curve: merged into the chart's data, which draws once a frame. */
export function useEquitySeries(live: LiveChart | null, curve: Curve): void {
  const say = useWords()
  const drawn = useRef<Drawn | null>(null)
  const chart = live?.chart ?? null

  useEffect(() => {
    if (chart === null) return
    const series = chart.addSeries(AreaSeries, {
      lineWidth: 2,
      priceLineVisible: false,
      lastValueVisible: true,
      autoscaleInfoProvider: (usual: () => AutoscaleInfo | null) => calm(usual()),
    })
    drawn.current = { series, markers: createSeriesMarkers(series, []), peak: { line: null } }
    return () => {
      drawn.current = null
    }
  }, [chart])

  useEffect(() => {
    const colour = live?.colours.accent
    if (colour === undefined) return
    drawn.current?.series.applyOptions({ lineColor: colour, topColor: `${colour}38`, bottomColor: `${colour}00` })
  }, [live])

  useEffect(() => {
    if (drawn.current === null || live === null) return
    drawn.current.series.setData(toSeries(curve.points))
    drawn.current.markers.setMarkers(transferMarkers(curve.points, live, say))
    drawPeak(drawn.current, curve.points, live, say)
  }, [live, curve, say])
}

/** The least part of the equity that the scale spans, so that cents do not look like mountains. */
const LEAST_SPAN = 0.002

/** The scale as the chart would have it, widened around its middle where it spans next to nothing. */
export function calm(scale: AutoscaleInfo | null): AutoscaleInfo | null {
  if (scale?.priceRange == null) return scale
  const { minValue, maxValue } = scale.priceRange
  const middle = (minValue + maxValue) / 2
  const half = Math.max(maxValue - minValue, Math.abs(middle) * LEAST_SPAN) / 2
  return { ...scale, priceRange: { minValue: middle - half, maxValue: middle + half } }
}

/** One point a second, the last one of each, in order: what the chart demands. */
function toSeries(points: readonly EquityPoint[]): { readonly time: UTCTimestamp; readonly value: number }[] {
  const bySecond = new Map(points.map(({ at, equity }) => [Math.floor(at / 1000), approximate(equity)]))
  // Seconds since the epoch are the library's own unit of time.
  return [...bySecond].sort(([a], [b]) => a - b).map(([second, value]) => ({ time: second as UTCTimestamp, value }))
}

function transferMarkers(points: readonly EquityPoint[], { colours }: LiveChart, say: Say): SeriesMarker<Time>[] {
  return points.flatMap((point, index): SeriesMarker<Time>[] => {
    const before = points[index - 1]
    const moved = before === undefined ? 0 : sign(sub(point.transfers, before.transfers))
    if (moved === 0) return []
    const time = Math.floor(point.at / 1000) as UTCTimestamp
    const text = say(moved > 0 ? 'equity.deposit' : 'equity.withdrawal')
    return [{ time, position: 'belowBar', shape: moved > 0 ? 'arrowUp' : 'arrowDown', color: colours.warn, text }]
  })
}

function drawPeak({ series, peak }: Drawn, points: readonly EquityPoint[], { colours }: LiveChart, say: Say): void {
  if (peak.line !== null) series.removePriceLine(peak.line)
  const highest = points.reduce<EquityPoint | null>(
    (top, point) => (top === null || compare(point.equity, top.equity) > 0 ? point : top),
    null,
  )
  peak.line =
    highest === null
      ? null
      : series.createPriceLine({
          price: approximate(highest.equity),
          color: colours.faint,
          lineStyle: LineStyle.Dashed,
          lineWidth: 1,
          axisLabelVisible: false,
          title: say('equity.peak'),
        })
}
