import { useState, type KeyboardEvent } from 'react'
import { symbolOf, type InstrumentId } from '../../../shared/ids.ts'
import type { CandleInterval } from '../../../shared/market-rows.ts'
import { Card } from '../../parts/card.tsx'
import { saveChart, useChart } from '../../parts/chart/use-chart.ts'
import { Icon } from '../../parts/icon.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Segmented } from '../../parts/segmented.tsx'
import { useWords } from '../../words/words.ts'
import { AlertBar } from './alerts/alert-bar.tsx'
import { AlertHandles } from './alerts/alert-handles.tsx'
import { ChartMenu } from './alerts/chart-menu.tsx'
import { useChartAlerts } from './alerts/use-chart-alerts.ts'
import { useCandles } from './use-candles.ts'
import { useCandleSeries } from './use-candle-series.ts'
import { useOwnLines } from './use-own-lines.ts'
import { useTickFormat } from './use-tick-format.ts'

const INTERVALS = ['1m', '5m', '15m', '1h', '4h', '1d'] as const

/** The candles of one contract with the user's own prices on them. */
export function CandleCard({ instrument }: { readonly instrument: InstrumentId | null }) {
  const say = useWords()
  const [interval, setInterval] = useState<CandleInterval>('15m')
  const options = INTERVALS.map((each) => [each, each] as const)
  return (
    <Card
      className="candle-card"
      title={instrument === null ? say('tab.markets') : symbolOf(instrument)}
      actions={<Segmented label={say('markets.interval')} value={interval} options={options} onChange={setInterval} />}
    >
      {instrument === null ? (
        <Notice title={say('markets.noChart')} />
      ) : (
        <Drawing key={`${instrument} ${interval}`} instrument={instrument} interval={interval} />
      )}
    </Card>
  )
}

interface DrawingProps {
  readonly instrument: InstrumentId
  readonly interval: CandleInterval
}

function Drawing({ instrument, interval }: DrawingProps) {
  const say = useWords()
  const format = useTickFormat(instrument)
  const { area, live, onKeyDown } = useChart(format)
  const candles = useCandles(instrument, interval)
  const drawn = useCandleSeries(live, candles)
  useOwnLines(drawn, live, instrument)
  const [adding, setAdding] = useState<'open' | 'closed'>('closed')
  const { scale, prices } = useChartAlerts(drawn, live, instrument)
  const symbol = symbolOf(instrument)
  const takeKey = (event: KeyboardEvent): void => {
    if (event.code === 'KeyA' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      setAdding('open')
    } else onKeyDown(event)
  }
  return (
    <>
      <div className="chart-frame">
        <ChartMenu scale={scale} prices={prices}>
          <div
            ref={area}
            className="chart tall"
            role="application"
            aria-label={say('markets.summary', { symbol, interval })}
            tabIndex={0}
            onKeyDown={takeKey}
          />
        </ChartMenu>
        <AlertHandles scale={scale} prices={prices} />
        {candles.failure !== null && <Notice kind="wrong" title={say.sentence(candles.failure.sentence)} />}
        <button
          type="button"
          className="icon small chart-save"
          aria-label={say('chart.export')}
          onClick={() => live !== null && saveChart(live.chart, `${symbol}-${interval}`)}
        >
          <Icon name="camera" />
        </button>
      </div>
      <AlertBar {...{ instrument, prices, adding, setAdding }} />
    </>
  )
}
