import { useState } from 'react'
import { Card } from '../../parts/card.tsx'
import { saveChart, useChart } from '../../parts/chart/use-chart.ts'
import { useFit } from '../../parts/chart/use-fit.ts'
import { Icon } from '../../parts/icon.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Segmented } from '../../parts/segmented.tsx'
import { useFormats } from '../../format/formats.ts'
import type { Chosen } from '../../state/queries.ts'
import { useWords } from '../../words/words.ts'
import { useCurve, type Curve, type Span } from './use-curve.ts'
import { useEquitySeries } from './use-equity-series.ts'
import { usePriceFormat } from './use-price-format.ts'

/** The recorded equity curve with its high-water mark and the transfers that are kept out of the result. */
export function EquityChart({ account }: { readonly account: Chosen }) {
  const say = useWords()
  const { privacy } = useFormats()
  const [span, setSpan] = useState<Span>('1D')
  const curve = useCurve(account, span)
  const spans = [
    ['1H', '1H'],
    ['1D', '1D'],
    ['1W', '1W'],
    ['1M', '1M'],
    ['All', say('equity.all')],
  ] as const
  return (
    <Card
      className="chart-card"
      title={say('equity.title')}
      actions={<Segmented label={say('equity.range')} value={span} options={spans} onChange={setSpan} />}
    >
      {privacy ? <Notice title={say('equity.hidden')} /> : <Drawing curve={curve} shows={`${account} ${span}`} />}
    </Card>
  )
}

interface DrawingProps {
  readonly curve: Curve
  /** The account and span drawn. */
  readonly shows: string
}

function Drawing({ curve, shows }: DrawingProps) {
  const say = useWords()
  const { time } = useFormats()
  const format = usePriceFormat()
  const { area, live, onKeyDown } = useChart(format)
  useEquitySeries(live, curve)
  useFit(live, shows, curve.points)
  const [from, to] = [curve.points[0]?.at, curve.points.at(-1)?.at]
  const summary =
    from === undefined || to === undefined
      ? say('equity.none')
      : say('equity.summary', { from: time.moment(from), to: time.moment(to) })
  return (
    <div className="chart-frame">
      <div ref={area} className="chart" role="application" aria-label={summary} tabIndex={0} onKeyDown={onKeyDown} />
      {curve.state === 'ready' && curve.points.length < 2 && (
        <Notice title={say('equity.none')} why={say('equity.why')} />
      )}
      {curve.state === 'failed' && <Notice kind="wrong" title={say.sentence(curve.failure.sentence)} />}
      <button
        type="button"
        className="icon small chart-save"
        aria-label={say('chart.export')}
        onClick={() => live !== null && saveChart(live.chart, 'equity')}
      >
        <Icon name="camera" />
      </button>
    </div>
  )
}
