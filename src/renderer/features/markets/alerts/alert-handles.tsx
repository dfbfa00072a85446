import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { approximate, type Decimal } from '../../../../shared/decimal.ts'
import { useFormats } from '../../../format/formats.ts'
import { useWords } from '../../../words/words.ts'
import type { PriceScale } from './price-scale.ts'
import { movedBy, priceFromChart } from './snap.ts'
import { useHeights } from './use-heights.ts'
import type { PriceAlert, PriceAlerts } from './use-price-alerts.ts'

interface AlertHandlesProps {
  readonly scale: PriceScale | null
  readonly prices: PriceAlerts
}

/**
 * A handle at the line of each alert in sight: dragged by pointer, moved by keys. Letting go keeps the new price. The one
 * that is being moved stays at the edge when its price leaves the chart.
 */
export function AlertHandles({ scale, prices }: AlertHandlesProps) {
  const say = useWords()
  const { alerts, tick } = prices
  const [focused, setFocused] = useState<string | null>(null)
  const shown = alerts.map(({ price }) => price)
  const heights = useHeights(scale, shown)
  if (scale === null || tick === null) return null
  const bottom = scale.bottom()
  return (
    <div
      className="alert-handles"
      onFocus={(event) => setFocused(ruleOf(event.target))}
      onBlur={() => setFocused(null)}
    >
      <span id="alert-handle-how" className="unseen">
        {say('chart.alert.how')}
      </span>
      {alerts.map((alert, index) => {
        const height = heights[index] ?? null
        if (height === null || ((height < 0 || height > bottom) && alert.row.rule !== focused)) return null
        const inside = Math.max(0, Math.min(bottom, height))
        return <Handle key={alert.row.rule} height={inside} {...{ alert, scale, tick, prices }} />
      })}
    </div>
  )
}

function ruleOf(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.dataset['rule'] ?? null) : null
}

interface HandleProps {
  readonly alert: PriceAlert
  readonly height: number
  readonly scale: PriceScale
  readonly tick: Decimal
  readonly prices: PriceAlerts
}

function Handle({ alert, height, scale, tick, prices }: HandleProps) {
  const say = useWords()
  const { exact } = useFormats()
  const { rule } = alert.row
  const text = exact(alert.price)
  const { onPointerDown, onPointerMove, onPointerEnd } = useDrag(scale, tick, alert, prices)

  function onKeyDown(event: KeyboardEvent): void {
    const steps = stepsOf(event)
    if (steps !== 0) prices.drag(rule, movedBy(alert.price, tick, steps))
    else if (event.key === 'Enter') prices.drop(rule)
    else if (event.key === 'Escape') prices.drag(rule, null)
    else if (event.key === 'Delete') prices.remove(rule)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      className="alert-handle"
      data-rule={rule}
      style={{ transform: `translateY(${height}px)` }}
      role="spinbutton"
      tabIndex={0}
      aria-label={say('chart.alert.price')}
      aria-valuenow={approximate(alert.price)}
      aria-valuetext={text}
      aria-describedby="alert-handle-how"
      title={say('chart.alert.handle', { price: text })}
      onKeyDown={onKeyDown}
      onBlur={() => prices.drop(rule)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => onPointerEnd('dropped')}
      onPointerCancel={() => onPointerEnd('cancelled')}
    >
      <span aria-hidden="true">⇕</span> <span className="number">{text}</span>
    </div>
  )
}

/** Follows the pointer by its distance from where the handle was taken, so that the line does not jump under it. */
function useDrag(scale: PriceScale, tick: Decimal, { row: { rule }, price }: PriceAlert, prices: PriceAlerts) {
  const taken = useRef<{ readonly offset: number; readonly top: number } | null>(null)
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0) return
      const handle = event.currentTarget
      const top = handle.parentElement?.getBoundingClientRect().top ?? 0
      const line = scale.heightOf(approximate(price)) ?? 0
      taken.current = { offset: event.clientY - top - line, top }
      handle.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      if (taken.current === null) return
      const { offset, top } = taken.current
      const drawn = scale.priceAt(event.clientY - top - offset)
      const next = drawn === null ? null : priceFromChart(drawn, tick)
      if (next !== null) prices.drag(rule, next)
    },
    onPointerEnd: (how: 'dropped' | 'cancelled'): void => {
      if (taken.current === null) return
      taken.current = null
      if (how === 'dropped') prices.drop(rule)
      else prices.drag(rule, null)
    },
  }
}

const LEAP = 10
const PAGE = 100

/** By how many price steps a key moves. */
function stepsOf({ key, shiftKey }: KeyboardEvent): number {
  const size = shiftKey ? LEAP : 1
  if (key === 'ArrowUp') return size
  if (key === 'ArrowDown') return -size
  return key === 'PageUp' ? PAGE : key === 'PageDown' ? -PAGE : 0
}
