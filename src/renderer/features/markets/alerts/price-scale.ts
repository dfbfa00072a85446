import type { IChartApi, ISeriesApi, ISeriesPrimitive } from 'lightweight-charts'
import type { Stop } from '../../../../shared/link.ts'

/** Where prices stand on a chart, in pixels from its top. */
export interface PriceScale {
  /** May lie above the top or below the bottom; null before anything is drawn. */
  heightOf(price: number): number | null
  bottom(): number
  priceAt(height: number): number | null
  /** Told when prices may stand elsewhere than before. */
  onMove(listener: () => void): Stop
}

export function createPriceScale(chart: IChartApi, series: ISeriesApi<'Candlestick'>): PriceScale {
  return {
    heightOf: (price) => series.priceToCoordinate(price),
    bottom: () => chart.paneSize().height,
    priceAt: (height) => series.coordinateToPrice(height),
    onMove: (listener) => {
      // The library tells only what is drawn on a chart of each change of its scales.
      const follower: ISeriesPrimitive = { updateAllViews: listener }
      series.attachPrimitive(follower)
      return () => series.detachPrimitive(follower)
    },
  }
}
