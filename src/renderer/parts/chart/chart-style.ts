import { ColorType, CrosshairMode, type ChartOptions, type DeepPartial } from 'lightweight-charts'

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

/** @param format how prices stand on the scale and at the crosshair */
export function chartStyle(
  colours: ChartColours,
  format: (price: number) => string,
  language: string,
): DeepPartial<ChartOptions> {
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
    crosshair: { mode: CrosshairMode.Normal, vertLine: { color: colours.faint }, horzLine: { color: colours.faint } },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderVisible: false, timeVisible: true, secondsVisible: false },
    localization: { locale: language, priceFormatter: format },
  }
}
