import { useEffect, useState } from 'react'
import { approximate, type Decimal } from '../../../../shared/decimal.ts'
import type { PriceScale } from './price-scale.ts'

/** Where each price stands on the chart, kept true as it moves; null before anything is drawn. */
export function useHeights(scale: PriceScale | null, prices: readonly Decimal[]): readonly (number | null)[] {
  const [heights, setHeights] = useState<readonly (number | null)[]>([])
  const key = prices.join(' ')
  useEffect(() => {
    if (scale === null) return
    const frame = { asked: 0 }
    const measure = (): void => {
      frame.asked = 0
      const next = prices.map((price) => scale.heightOf(approximate(price)))
      setHeights((before) => (isSame(before, next) ? before : next))
    }
    // The chart tells of a change before it has drawn it, and of many within one frame.
    const ask = (): void => {
      if (frame.asked === 0) frame.asked = requestAnimationFrame(measure)
    }
    const stop = scale.onMove(ask)
    ask()
    return () => {
      stop()
      cancelAnimationFrame(frame.asked)
    }
    // The key says every price.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [scale, key])
  return heights
}

function isSame(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  return a.length === b.length && a.every((height, index) => height === b[index])
}
