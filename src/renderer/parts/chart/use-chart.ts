import { createChart, type IChartApi } from 'lightweight-charts'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useFormats } from '../../format/formats.ts'
import { bareStyle, chartStyle, readColours, type ChartColours } from './chart-style.ts'

export interface LiveChart {
  readonly chart: IChartApi
  readonly colours: ChartColours
}

interface UsedChart {
  readonly area: RefObject<HTMLDivElement | null>
  /** Null until the area is in the document; another object after a change of theme. */
  readonly live: LiveChart | null
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** A chart in an element: it follows the theme and the size, moves by arrow keys, and is gone with its component. */
export function useChart(format: (price: number) => string): UsedChart {
  const { language, time } = useFormats()
  const area = useRef<HTMLDivElement>(null)
  const [live, setLive] = useState<LiveChart | null>(null)

  // One chart for the component's whole life: what is drawn on a chart that was replaced would outlive it.
  useEffect(() => {
    if (area.current === null) return
    const chart = createChart(area.current, bareStyle(readColours()))
    setLive({ chart, colours: readColours() })
    return () => {
      setLive(null)
      // Whoever drew on it clears its own things in the same turn; the chart goes last.
      queueMicrotask(() => chart.remove())
    }
  }, [])

  const chart = live?.chart ?? null
  useEffect(() => {
    if (chart === null) return
    const dress = (): void => chart.applyOptions(chartStyle(readColours(), format, { language, time }))
    dress()
    return onThemeChange(() => {
      dress()
      setLive({ chart, colours: readColours() })
    })
  }, [chart, format, language, time])

  return { area, live, onKeyDown: (event) => live !== null && move(live.chart, event) }
}

function onThemeChange(run: () => void): () => void {
  const observer = new MutationObserver(run)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-palette'] })
  return () => observer.disconnect()
}

const STEP = 0.1

/** Arrows pan by a tenth of what is seen, plus and minus zoom around its end, Home goes back to now. */
function move(chart: IChartApi, event: KeyboardEvent): void {
  const scale = chart.timeScale()
  const range = scale.getVisibleLogicalRange()
  if (range === null) return
  const width = range.to - range.from
  const shift = event.key === 'ArrowLeft' ? -width * STEP : event.key === 'ArrowRight' ? width * STEP : 0
  const zoom = event.key === '+' || event.key === '=' ? 0.8 : event.key === '-' ? 1.25 : 1
  if (event.key === 'Home') scale.scrollToRealTime()
  else if (shift === 0 && zoom === 1) return
  else scale.setVisibleLogicalRange({ from: range.to + shift - width * zoom, to: range.to + shift })
  event.preventDefault()
}

/** Saves what the chart shows as a picture. */
export function saveChart(chart: IChartApi, name: string): void {
  chart.takeScreenshot(true).toBlob((blob) => {
    if (blob === null) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = `${name}.png`
    link.click()
    URL.revokeObjectURL(link.href)
  })
}
