import { ContextMenu } from 'radix-ui'
import { useState, type MouseEvent, type ReactNode } from 'react'
import type { Decimal } from '../../../../shared/decimal.ts'
import { useFormats } from '../../../format/formats.ts'
import { useWords } from '../../../words/words.ts'
import type { PriceScale } from './price-scale.ts'
import { priceFromChart } from './snap.ts'
import type { PriceAlerts } from './use-price-alerts.ts'

interface ChartMenuProps {
  readonly scale: PriceScale | null
  readonly prices: PriceAlerts
  /** The chart itself, as one element. */
  readonly children: ReactNode
}

/** A right click on the chart offers an alert at the price under the pointer. */
export function ChartMenu({ scale, prices, children }: ChartMenuProps) {
  const say = useWords()
  const { exact } = useFormats()
  const [price, setPrice] = useState<Decimal | null>(null)
  const point = (event: MouseEvent<HTMLElement>): void => {
    const drawn = scale?.priceAt(event.clientY - event.currentTarget.getBoundingClientRect().top) ?? null
    setPrice(drawn === null || prices.tick === null ? null : priceFromChart(drawn, prices.tick))
  }
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild onContextMenu={point}>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="floating menu">
          {price !== null && (
            <ContextMenu.Item className="menu-item" onSelect={() => prices.add(price)}>
              {say('chart.alert.addAt', { price: exact(price) })}
            </ContextMenu.Item>
          )}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}
