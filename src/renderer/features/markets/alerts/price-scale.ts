import type { IChartApi, ISeriesApi, ISeriesPrimitive } from 'lightweight-charts'
import type { Stop } from '../../../../shared/link.ts'

/** Where prices stand on a chart, in pixels from its top. */
export interface PriceScale {
  /** Null where the price is out of sight. */
  heightOf(price: number): number | null
  priceAt(height: number): number | null
  /** Told when prices may stand elsewhere than before. */
  onMove(listener: () => void): Stop
}

export function createPriceScale(chart: IChartApi, series: ISeriesApi<'Candlestick'>): PriceScale {
  return {
    heightOf: (price) => {
      const height = series.priceToCoordinate(price)
      return height === null || height < 0 || height > chart.paneSize().height ? null : height
    },
    priceAt: (height) => series.coordinateToPrice(height),
    onMove: (listener) => {
      // The library tells only what is drawn on a chart of each change of its scales.
      const follower: ISeriesPrimitive = { updateAllViews: listener }
      series.attachPrimitive(follower)
      return () => series.detachPrimitive(follower)
    },
  }
}
