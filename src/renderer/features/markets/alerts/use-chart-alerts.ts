import { useMemo } from 'react'
import type { InstrumentId } from '../../../../shared/ids.ts'
import type { LiveChart } from '../../../parts/chart/use-chart.ts'
import type { DrawnCandles } from '../use-candle-series.ts'
import { createPriceScale, type PriceScale } from './price-scale.ts'
import { useAlertLines } from './use-alert-lines.ts'
import { usePriceAlerts, type PriceAlerts } from './use-price-alerts.ts'

interface ChartAlerts {
  /** Null until candles are drawn. */
  readonly scale: PriceScale | null
  readonly prices: PriceAlerts
}

/** A contract's price alerts, drawn as lines on its chart. */
export function useChartAlerts(
  drawn: DrawnCandles | null,
  live: LiveChart | null,
  instrument: InstrumentId,
): ChartAlerts {
  const prices = usePriceAlerts(instrument)
  const series = drawn?.candles ?? null
  const chart = live?.chart ?? null
  useAlertLines(series, live?.colours ?? null, prices.alerts)
  const scale = useMemo(
    () => (chart === null || series === null ? null : createPriceScale(chart, series)),
    [chart, series],
  )
  return { scale, prices }
}
