import { useEffect, useId, useMemo, useState } from 'react'
import type { InstrumentId } from '../../../../shared/ids.ts'
import type { InstrumentRow } from '../../../../shared/market-rows.ts'
import { usePage, useRows } from '../../../state/page.ts'
import { useContractName } from '../../../state/use-contract-name.ts'
import { useWords } from '../../../words/words.ts'

interface ContractFieldProps {
  readonly value: InstrumentId | null
  /** What no contract means; null: one has to be chosen. */
  readonly none: string | null
  readonly wrong: string | undefined
  readonly onChange: (instrument: InstrumentId | null) => void
}

/** One contract out of those watched and held, or out of all of them by its name. */
export function ContractField({ value, none, wrong, onChange }: ContractFieldProps) {
  const say = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const contractName = useContractName()
  const found = useFound(text)
  const near = useNear()
  const known = useMemo(
    () => [...new Set([...(value === null ? [] : [value]), ...found.map((row) => row.instrument), ...near])],
    [value, found, near],
  )
  return (
    <div className="field contract-field">
      <label htmlFor={id}>{say('builder.contract')}</label>
      <div className="contract-line">
        <select
          id={id}
          className="input"
          value={value ?? ''}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(known.find((each) => each === event.target.value) ?? null)}
        >
          <option value="">{none ?? say('builder.contract.choose')}</option>
          {known.map((each) => (
            <option key={each} value={each}>
              {contractName(each)}
            </option>
          ))}
        </select>
        <input
          className="input"
          aria-label={say('builder.contract.find')}
          placeholder={say('builder.contract.find')}
          value={text}
          maxLength={40}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <span className="faint" role="status">
        {text === '' ? '' : say('builder.contract.found', { count: found.length })}
      </span>
      <span id={`${id}-note`} className="wrong" role={wrong === undefined ? undefined : 'alert'}>
        {wrong}
      </span>
    </div>
  )
}

/** What is watched, then what is held. */
function useNear(): readonly InstrumentId[] {
  const { queries } = usePage()
  const watched = useRows(queries.watchlist)
  const positions = useRows(queries.positions('all'))
  return useMemo(
    () => [
      ...[...watched.values()].sort((a, b) => a.position - b.position).map((row) => row.instrument),
      ...[...positions.values()].map((row) => row.instrument),
    ],
    [watched, positions],
  )
}

/** What a search found; nothing without a text. */
function useFound(text: string): readonly InstrumentRow[] {
  const { client } = usePage()
  const [found, setFound] = useState<{ readonly text: string; readonly rows: readonly InstrumentRow[] } | null>(null)
  useEffect(() => {
    if (text === '') return
    const life = { ended: false }
    void client.market.search({ text, market: null }).then((answer) => {
      if (!life.ended && answer.ok) setFound({ text, rows: answer.value })
    })
    return () => {
      life.ended = true
    }
  }, [client, text])
  return text === '' || found === null ? NONE : found.rows
}

const NONE: readonly InstrumentRow[] = []
