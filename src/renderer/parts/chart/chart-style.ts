import { ColorType, CrosshairMode, type DeepPartial, type TimeChartOptions } from 'lightweight-charts'
import type { Formats } from '../../format/formats.ts'
import { timeScaleIn } from './time-scale.ts'

/** The page's colours as the charts need them: read from the document, so that themes reach the canvas. */
export interface ChartColours {
  readonly panel: string
  readonly line: string
  readonly text: string
  readonly faint: string
  readonly accent: string
  readonly up: string
  readonly down: string
  readonly warn: string
}

export function readColours(): ChartColours {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string): string => style.getPropertyValue(name).trim()
  return {
    panel: read('--panel'),
    line: read('--line'),
    text: read('--text'),
    faint: read('--faint'),
    accent: read('--accent'),
    up: read('--up'),
    down: read('--down'),
    warn: read('--warn'),
  }
}

/** How a chart begins: in the page's colours, before it is told how to write. */
export function bareStyle(colours: ChartColours): DeepPartial<TimeChartOptions> {
  return {
    autoSize: true,
    layout: {
      background: { type: ColorType.Solid, color: colours.panel },
      textColor: colours.faint,
      fontSize: 11,
      fontFamily: '"JetBrains Mono Variable", monospace',
      attributionLogo: false,
    },
    grid: { vertLines: { visible: false }, horzLines: { color: colours.line } },
  }
}

/** @param format how prices stand on the scale and at the crosshair */
export function chartStyle(
  colours: ChartColours,
  format: (price: number) => string,
  formats: Pick<Formats, 'language' | 'time'>,
): DeepPartial<TimeChartOptions> {
  const { tickMarkFormatter, timeFormatter } = timeScaleIn(formats.time)
  return {
    ...bareStyle(colours),
    crosshair: { mode: CrosshairMode.Normal, vertLine: { color: colours.faint }, horzLine: { color: colours.faint } },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderVisible: false, timeVisible: true, secondsVisible: false, tickMarkFormatter },
    localization: { locale: formats.language, priceFormatter: format, timeFormatter },
  }
}
