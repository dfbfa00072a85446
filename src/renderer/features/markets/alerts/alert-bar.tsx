import { useState } from 'react'
import { symbolOf, type InstrumentId } from '../../../../shared/ids.ts'
import { formatAmount } from '../../../../shared/format/amount.ts'
import { useFormats } from '../../../format/formats.ts'
import { readAmount } from '../../../format/read-amount.ts'
import { useReader } from '../../../format/use-reader.ts'
import { Icon } from '../../../parts/icon.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { Wrong } from '../../../parts/wrong.tsx'
import { useWords } from '../../../words/words.ts'
import { snapToTick } from './snap.ts'
import type { PriceAlert, PriceAlerts } from './use-price-alerts.ts'

interface AlertBarProps {
  readonly instrument: InstrumentId
  readonly prices: PriceAlerts
  readonly adding: 'open' | 'closed'
  readonly setAdding: (state: 'open' | 'closed') => void
}

/** The contract's price alerts in words, also those out of the chart's sight; and adding one at a price that is typed. */
export function AlertBar({ instrument, prices, adding, setAdding }: AlertBarProps) {
  const say = useWords()
  return (
    <div className="alert-bar" role="group" aria-label={`${say('chart.alert.list')} ${symbolOf(instrument)}`}>
      <ul>
        {prices.alerts.map((alert) => (
          <Chip key={alert.row.rule} alert={alert} remove={() => prices.remove(alert.row.rule)} />
        ))}
      </ul>
      {adding === 'open' ? (
        <AddForm prices={prices} close={() => setAdding('closed')} />
      ) : (
        <button type="button" className="button" onClick={() => setAdding('open')}>
          <Icon name="bell" /> {say('chart.alert.add')}
        </button>
      )}
      <Wrong text={prices.wrong} />
    </div>
  )
}

const ARROW = { above: '▲', below: '▼', either: '⇕' } as const

function Chip({ alert, remove }: { readonly alert: PriceAlert; readonly remove: () => void }) {
  const say = useWords()
  const { exact } = useFormats()
  const price = exact(alert.price)
  return (
    <li className={`alert-chip ${alert.row.enabled ? '' : 'off'}`}>
      <span aria-hidden="true">{ARROW[alert.condition.direction]}</span> <span className="number">{price}</span>
      {alert.row.origin === 'user' && (
        <button type="button" className="tiny" aria-label={say('chart.alert.remove', { price })} onClick={remove}>
          ×
        </button>
      )}
    </li>
  )
}

function AddForm({ prices, close }: { readonly prices: PriceAlerts; readonly close: () => void }) {
  const say = useWords()
  const { locale } = useReader()
  const [typed, setTyped] = useState(() =>
    prices.mark === null ? '' : formatAmount(prices.mark, { ...locale, group: '' }),
  )
  const [wrong, setWrong] = useState<string>()
  const add = (): void => {
    const price = readAmount(typed, locale)
    if (price === null || !/[1-9]/.test(price) || price.startsWith('-')) return setWrong(say('builder.wrong.number'))
    prices.add(prices.tick === null ? price : snapToTick(price, prices.tick))
    close()
  }
  return (
    <form
      className="alert-add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <TextField label={say('chart.alert.price')} value={typed} onChange={setTyped} wrong={wrong} most={40} />
      <button type="submit" className="button primary">
        {say('chart.alert.add')}
      </button>
      <button type="button" className="button" onClick={close}>
        {say('settings.cancel')}
      </button>
    </form>
  )
}
