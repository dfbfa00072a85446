import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { RuleRow } from '../../../../shared/alert-rows.ts'
import { Card } from '../../../parts/card.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { LiveEmpty } from '../../../parts/table/live-empty.tsx'
import { useTallList } from '../../../parts/use-tall-list.ts'
import { usePage, useRows } from '../../../state/page.ts'
import { useContractName } from '../../../state/use-contract-name.ts'
import { useWords } from '../../../words/words.ts'
import { RuleBuilder } from './rule-builder.tsx'
import { RuleEntry } from './rule-entry.tsx'

/** The rules as plain sentences, the user's own first. */
export function Rules() {
  const say = useWords()
  const { queries, view } = usePage()
  const rows = useRows(queries.rules)
  const rules = useMemo(() => [...rows.values()].sort(ownAndNewestFirst), [rows])
  const [editing, setEditing] = useState<RuleRow | null>(null)
  const isNew = useStore(view, (state) => state.newRule === 'open')
  const close = (): void => {
    setEditing(null)
    view.setState({ newRule: 'closed' })
  }
  const add = (
    <button type="button" className="button" onClick={() => view.setState({ newRule: 'open' })}>
      <Icon name="plus" /> {say('rules.add')}
    </button>
  )
  return (
    <Card className="alert-rules" title={say('rules.title')} count={rules.length} actions={add}>
      {rules.length === 0 ? (
        <LiveEmpty query={queries.rules}>
          <Notice title={say('rules.none')} why={say('rules.none.why')} />
        </LiveEmpty>
      ) : (
        <RuleList rules={rules} edit={setEditing} />
      )}
      {(isNew || editing !== null) && <RuleBuilder row={editing} onClose={close} />}
    </Card>
  )
}

const USUAL_PX = 66

interface RuleListProps {
  readonly rules: readonly RuleRow[]
  readonly edit: (row: RuleRow) => void
}

function RuleList({ rules, edit }: RuleListProps) {
  const say = useWords()
  const contractName = useContractName()
  const keyOf = (index: number): string => rules[index]?.rule ?? String(index)
  const { area, shown, above, below, measure } = useTallList<HTMLUListElement>(rules.length, USUAL_PX, keyOf)
  return (
    <ul
      ref={area}
      className="rules scroll"
      style={{ paddingTop: above, paddingBottom: below }}
      aria-label={say('rules.title')}
    >
      {shown.map((index) => {
        const row = rules[index]
        if (row === undefined) return null
        return <RuleEntry key={row.rule} {...{ row, index, count: rules.length, edit, contractName, measure }} />
      })}
    </ul>
  )
}

function ownAndNewestFirst(a: RuleRow, b: RuleRow): number {
  if (a.origin !== b.origin) return a.origin === 'user' ? -1 : 1
  return b.createdAt - a.createdAt || (a.rule < b.rule ? -1 : 1)
}
