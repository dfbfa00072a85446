import { memo, useState } from 'react'
import type { RuleRow } from '../../../../shared/alert-rows.ts'
import { useFormats } from '../../../format/formats.ts'
import { useReader } from '../../../format/use-reader.ts'
import { useEngineNow } from '../../../parts/age.tsx'
import { Wrong } from '../../../parts/wrong.tsx'
import { usePage, useRow } from '../../../state/page.ts'
import type { ContractName } from '../../../state/use-contract-name.ts'
import { useAsk } from '../../../state/use-ask.ts'
import { useWords } from '../../../words/words.ts'
import { SeverityMark } from '../severity-mark.tsx'
import { SureDialog } from '../sure-dialog.tsx'
import { choicesOf } from './choices-of.ts'
import { MuteMenu } from './mute-menu.tsx'
import { ruleSentence } from './rule-sentence.ts'

interface RuleEntryProps {
  readonly row: RuleRow
  /** Place among all, from 0, and how many there are. */
  readonly index: number
  readonly count: number
  readonly edit: (row: RuleRow) => void
  readonly contractName: ContractName
  /** Told of the entry's element, to learn how high it is. */
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined
}

/** One rule: what it says, whether it watches, and what can be done with it. */
export const RuleEntry = memo(function RuleEntry(props: RuleEntryProps) {
  const { row, index, count, edit, contractName, measure } = props
  const say = useWords()
  const reader = useReader()
  const { client } = usePage()
  const { wrong, ask } = useAsk()
  const sentence = ruleSentence(row.condition, { say, reader, contractName })
  const title = row.name === '' ? sentence : row.name
  const toggle = (): void =>
    ask(() => client.rules.save({ rule: row.rule, choices: { ...choicesOf(row), enabled: !row.enabled } }))
  return (
    <li
      ref={measure}
      className={`rule ${row.enabled ? '' : 'off'}`}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={count}
    >
      <input
        type="checkbox"
        role="switch"
        className="switch"
        checked={row.enabled}
        aria-label={say('rule.on.label', { rule: title })}
        onChange={toggle}
      />
      <div className="rule-words">
        <p className="rule-title">{title}</p>
        {row.name !== '' && <p className="soft">{sentence}</p>}
        <p className="alert-facts faint">
          <SeverityMark severity={row.severity} />
          <Scope row={row} contractName={contractName} />
          <State row={row} />
        </p>
        {row.enabled && row.waiting !== null && <p className="settings-problem">{say.sentence(row.waiting)}</p>}
        <Wrong text={wrong} />
      </div>
      <div className="rule-tools">
        <MuteMenu row={row} />
        <button type="button" className="button" onClick={() => edit(row)}>
          {say('rule.edit')}
        </button>
        {row.origin === 'user' && <Remove row={row} />}
      </div>
    </li>
  )
})

/** Which account and contract it is about, where it is not about all of them. */
function Scope({ row, contractName }: Pick<RuleEntryProps, 'row' | 'contractName'>) {
  const say = useWords()
  const { queries } = usePage()
  const label = useRow(queries.accounts, row.account)?.label
  return (
    <>
      {row.origin === 'first-start' && <span className="tag">{say('rule.builtin')}</span>}
      {row.account !== 'all' && <span>{label ?? row.account}</span>}
      {row.instrument !== null && <span>{contractName(row.instrument)}</span>}
    </>
  )
}

function State({ row }: { readonly row: RuleRow }) {
  const say = useWords()
  const { time } = useFormats()
  const now = useEngineNow(10_000)
  const isMuted = row.mutedUntil !== null && row.mutedUntil > now
  const state = !row.enabled ? 'off' : row.waiting !== null ? 'waiting' : 'watching'
  return (
    <>
      <span className={`rule-state ${state}`}>{say(`rule.${state}`)}</span>
      {isMuted && <span className="warn">{say('rule.muted', { time: time.when(row.mutedUntil ?? now, now) })}</span>}
      <span>
        {row.lastFiredAt === null ? say('rule.never') : say('rule.fired', { time: time.when(row.lastFiredAt, now) })}
      </span>
    </>
  )
}

function Remove({ row }: { readonly row: RuleRow }) {
  const say = useWords()
  const { client } = usePage()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <button type="button" className="button danger" onClick={() => setAsking(true)}>
        {say('rule.remove')}
      </button>
      {asking && (
        <SureDialog
          title={say('rule.remove')}
          question={say('rule.remove.sure')}
          act={() => client.rules.remove({ rule: row.rule })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
