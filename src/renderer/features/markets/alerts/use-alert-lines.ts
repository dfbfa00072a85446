import { LineStyle, type IPriceLine, type ISeriesApi } from 'lightweight-charts'
import { useEffect, useRef } from 'react'
import { approximate } from '../../../../shared/decimal.ts'
import type { ChartColours } from '../../../parts/chart/chart-style.ts'
import { useWords } from '../../../words/words.ts'
import type { PriceAlert } from './use-price-alerts.ts'

/** Draws each alert as a line across the chart; one that is being moved moves its line. */
export function useAlertLines(
  series: ISeriesApi<'Candlestick'> | null,
  colours: ChartColours | null,
  alerts: readonly PriceAlert[],
): void {
  const say = useWords()
  const lines = useRef(new Map<string, IPriceLine>())

  useEffect(() => {
    const drawn = lines.current
    return () => {
      for (const line of drawn.values()) series?.removePriceLine(line)
      drawn.clear()
    }
  }, [series])

  useEffect(() => {
    if (series === null || colours === null) return
    const wanted = new Set(alerts.map(({ row }) => row.rule))
    for (const [rule, line] of lines.current) {
      if (wanted.has(rule)) continue
      series.removePriceLine(line)
      lines.current.delete(rule)
    }
    for (const { row, price } of alerts) {
      const options = {
        price: approximate(price),
        title: say('chart.alert.line'),
        color: row.enabled ? colours.warn : colours.faint,
        lineStyle: LineStyle.LargeDashed,
        lineWidth: 1,
        axisLabelVisible: true,
      } as const
      const line = lines.current.get(row.rule)
      if (line === undefined) lines.current.set(row.rule, series.createPriceLine(options))
      else line.applyOptions(options)
    }
  }, [series, colours, alerts, say])
}
