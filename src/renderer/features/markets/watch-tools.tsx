import type { MouseEvent } from 'react'
import { symbolOf, type InstrumentId } from '../../../shared/ids.ts'
import { Icon } from '../../parts/icon.tsx'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'

interface WatchToolsProps {
  readonly instrument: InstrumentId
  readonly order: readonly InstrumentId[]
}

/** Moving a watched contract by one place, by drag or by key, and letting it go. */
export function WatchTools({ instrument, order }: WatchToolsProps) {
  const say = useWords()
  const { client } = usePage()
  const symbol = symbolOf(instrument)
  const place = order.indexOf(instrument)
  const moveTo = (target: number): void => {
    const rest = order.filter((each) => each !== instrument)
    void client.market.reorder({ instruments: [...rest.slice(0, target), instrument, ...rest.slice(target)] })
  }
  const without = (run: () => void) => (event: MouseEvent) => {
    event.stopPropagation()
    run()
  }
  return (
    <span
      className="watch-tools"
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/plain', instrument)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const moved = order.find((each) => each === event.dataTransfer.getData('text/plain'))
        if (moved === undefined) return
        const rest = order.filter((each) => each !== moved)
        void client.market.reorder({ instruments: [...rest.slice(0, place), moved, ...rest.slice(place)] })
      }}
    >
      <Icon name="grip" />
      <button
        type="button"
        className="tiny"
        disabled={place <= 0}
        aria-label={say('markets.up', { symbol })}
        onClick={without(() => moveTo(place - 1))}
      >
        ↑
      </button>
      <button
        type="button"
        className="tiny"
        disabled={place >= order.length - 1}
        aria-label={say('markets.down', { symbol })}
        onClick={without(() => moveTo(place + 1))}
      >
        ↓
      </button>
      <button
        type="button"
        className="tiny"
        aria-label={say('markets.remove', { symbol })}
        onClick={without(() => void client.market.unwatch({ instrument }))}
      >
        ×
      </button>
    </span>
  )
}
