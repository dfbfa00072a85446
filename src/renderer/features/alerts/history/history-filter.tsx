import { useId } from 'react'
import type { Severity } from '../../../../shared/alert-rows.ts'
import { usePage, useRows } from '../../../state/page.ts'
import { useWords } from '../../../words/words.ts'
import { kindName } from '../kind-name.ts'
import type { Filter } from './filter.ts'

const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'info']

interface HistoryFilterProps {
  readonly filter: Filter
  /** The kinds there are in the history. */
  readonly kinds: readonly string[]
  readonly change: (part: Partial<Filter>) => void
}

/** Which alerts are shown: by severity, kind, account, and whether they could not be delivered. */
export function HistoryFilter({ filter, kinds, change }: HistoryFilterProps) {
  const say = useWords()
  const { queries } = usePage()
  const accounts = [...useRows(queries.accounts).values()]
  return (
    <div className="alert-filter" role="group" aria-label={say('alerts.filter')}>
      <Select
        label={say('alerts.filter.severity')}
        value={filter.severity}
        options={SEVERITIES.map((each) => [each, say(`severity.${each}`)] as const)}
        onChange={(text) => change({ severity: SEVERITIES.find((each) => each === text) ?? 'all' })}
      />
      <Select
        label={say('alerts.filter.kind')}
        value={filter.kind}
        options={kinds.map((each) => [each, kindName(each, say)] as const)}
        onChange={(kind) => change({ kind })}
      />
      <Select
        label={say('alerts.filter.account')}
        value={filter.account}
        options={accounts.map((row) => [row.account, row.label] as const)}
        onChange={(account) => change({ account })}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={filter.deliveries === 'undelivered'}
          onChange={() => change({ deliveries: filter.deliveries === 'all' ? 'undelivered' : 'all' })}
        />
        {say('alerts.filter.undelivered')}
      </label>
    </div>
  )
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string) => void
}

function Select({ label, value, options, onChange }: SelectProps) {
  const say = useWords()
  const id = useId()
  return (
    <span className="alert-filter-field">
      <label htmlFor={id} className="soft">
        {label}
      </label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="all">{say('alerts.filter.all')}</option>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </span>
  )
}
